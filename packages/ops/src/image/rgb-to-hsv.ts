import {
  type Tensor,
  add,
  concat,
  div,
  mul,
  onesLike,
  split,
  sub,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from '../define-op.js';
import { equal } from '../equal.js';
import { greaterEqual } from '../greater-equal.js';
import { greater } from '../greater.js';
import { lessEqual } from '../less-equal.js';
import { less } from '../less.js';
import { expectFloats } from './internal/expect-floats.js';
import { type ImageOptions, onImages } from './internal/on-images.js';

/**
 * Colours as hue, saturation and value, all between 0 and 1: `value = max(r, g, b)`,
 * `saturation = (value - min(r, g, b)) / value`, and the hue goes from red (0) over green (1/3) and blue (2/3) back.
 *
 * Where a channel is exactly 0 the gradient is the true one, of which TensorFlow leaves out parts.
 *
 * `[..., height, width, 3]` → the same shape.
 *
 * @example
 * ```ts
 * rgbToHsv(tensor([[[1, 0, 0], [0, 0.5, 0.5]]])); // [[[0, 1, 1], [0.5, 1, 0.5]]]
 * ```
 * @throws DTypeError when the images are not floats.
 * @throws ShapeError when there are neither three axes nor four.
 * @see Keras `keras.ops.image.rgb_to_hsv`
 */
export const rgbToHsv: OptionOp<ImageOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'RGBToHSV',
  module: 'image',
  options: ['dataFormat'],
  call(images: Tensor, options: ImageOptions) {
    expectFloats('rgbToHsv', images);
    return onImages('rgbToHsv', images, options, convert);
  },
});

function convert(images: Tensor): Tensor {
  const [red, green, blue] = split(images, 3, -1) as [Tensor, Tensor, Tensor];
  // Of equal channels TensorFlow gives the gradient to the first that is largest, and to the last that is smallest.
  const value = larger(red, larger(green, blue));
  const range = sub(value, smaller(blue, smaller(green, red)));
  const isColoured = greater(range, 0);
  const isLit = greater(value, 0);
  const saturation = where(isLit, div(range, where(isLit, value, onesLike(value))), zerosLike(value));
  const sixth = div(1 / 6, where(isColoured, range, onesLike(range)));
  const third = (from: Tensor, to: Tensor, start: number): Tensor => add(mul(sixth, sub(from, to)), start);
  const others = where(equal(green, value), third(blue, red, 1 / 3), third(red, green, 2 / 3));
  const hue = where(equal(red, value), third(green, blue, 0), others);
  const around = where(less(hue, 0), add(hue, 1), hue);
  return concat([where(isColoured, around, zerosLike(hue)), saturation, value], -1);
}

function larger(first: Tensor, second: Tensor): Tensor {
  return where(greaterEqual(first, second), first, second);
}

function smaller(first: Tensor, second: Tensor): Tensor {
  return where(lessEqual(first, second), first, second);
}
