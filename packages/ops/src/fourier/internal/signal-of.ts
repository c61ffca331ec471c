import { type Tensor, concat, div, neg, reshape, reverse, slice } from '@tensorflow/tfjs-core';
import { toFloat } from '../../promote.js';
import { ofLength } from './of-length.js';
import { transformed } from './transformed.js';

/** Real numbers along the last axis, from the first half of their transform. */
export function signalOf([real, imaginary]: readonly [Tensor, Tensor], length: number): Tensor {
  const half = Math.floor(length / 2) + 1;
  const whole = (part: Tensor, mirror: (x: Tensor) => Tensor): Tensor => {
    const rows = ofLength(reshape(toFloat(part), [-1, part.shape.at(-1) ?? 0]), half);
    const inner = slice(rows, [0, 1], [-1, length - half]);
    return concat([rows, mirror(reverse(inner, [1]))], 1);
  };
  // The transform of the conjugate is the conjugate of the inverse transform, but for the size.
  const [sum] = transformed([whole(real, (x) => x), whole(neg(imaginary), neg)]);
  return reshape(div(sum, length), [...real.shape.slice(0, -1), length]);
}
