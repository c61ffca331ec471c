import { type Tensor, abs, add, clipByValue, concat, mul, split, sub } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from '../define-op.js';
import { expectFloats } from './internal/expect-floats.js';
import { type ImageOptions, onImages } from './internal/on-images.js';

/**
 * The colours of hues, saturations and values between 0 and 1; what {@link rgbToHsv} turns round.
 *
 * `[..., height, width, 3]` → the same shape.
 *
 * @example
 * ```ts
 * hsvToRgb(tensor([[[0, 1, 1], [0.5, 1, 0.5]]])); // [[[1, 0, 0], [0, 0.5, 0.5]]]
 * ```
 * @throws DTypeError when the images are not floats.
 * @throws ShapeError when there are neither three axes nor four.
 * @see Keras `keras.ops.image.hsv_to_rgb`
 */
export const hsvToRgb: OptionOp<ImageOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'HSVToRGB',
  module: 'image',
  options: ['dataFormat'],
  call(images: Tensor, options: ImageOptions) {
    expectFloats('hsvToRgb', images);
    return onImages('hsvToRgb', images, options, convert);
  },
});

function convert(images: Tensor): Tensor {
  const [hue, saturation, value] = split(images, 3, -1) as [Tensor, Tensor, Tensor];
  const sixths = mul(hue, 6);
  const from = (place: number): Tensor => abs(sub(sixths, place));
  const pure = [sub(from(3), 1), sub(2, from(2)), sub(2, from(4))].map((part) => clipByValue(part, 0, 1));
  const grey = sub(1, saturation);
  return concat(
    pure.map((part) => mul(add(grey, mul(saturation, part)), value)),
    -1,
  );
}
