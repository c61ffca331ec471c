import { ShapeError, formatShape } from '@myelin/core';
import { type Tensor, cast, clone, mul, reshape, sum, tensor1d } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from '../define-op.js';
import { type ImageOptions, expectImages } from './internal/on-images.js';

/**
 * How bright a colour is: `y = 0.2989 · red + 0.587 · green + 0.114 · blue`.
 *
 * `[..., height, width, 3]` → `[..., height, width, 1]`; grey images stay as they are.
 *
 * @example
 * ```ts
 * rgbToGrayscale(tensor([[[1, 0, 0], [0, 1, 0]]])); // [[[0.2989], [0.587]]]
 * ```
 * @throws ShapeError when there are neither three axes nor four, or neither one channel nor three.
 * @see Keras `keras.ops.image.rgb_to_grayscale`
 */
export const rgbToGrayscale: OptionOp<ImageOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'RGBToGrayscale',
  module: 'image',
  options: ['dataFormat'],
  call(images: Tensor, { dataFormat }: ImageOptions) {
    expectImages('rgbToGrayscale', images);
    const axis = images.rank + (dataFormat === 'channels_first' ? -3 : -1);
    const channels = images.shape[axis];
    if (channels === 1) return clone(images);
    if (channels !== 3) {
      throw new ShapeError({
        who: 'rgbToGrayscale',
        expected: 'one channel or three',
        got: formatShape(images.shape),
      });
    }
    const weights = reshape(
      tensor1d([0.2989, 0.587, 0.114]),
      images.shape.map((_, i) => (i === axis ? 3 : 1)),
    );
    return cast(sum(mul(cast(images, 'float32'), weights), axis, true), images.dtype);
  },
});
