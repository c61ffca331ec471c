import { ArgumentError } from '@myelin/core';
import { type Tensor, div, expandDims, maximum, mul, rsqrt, square, sum } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { norm } from './linalg/norm.js';
import { toFloat } from './promote.js';
import { axisOf } from './reduce-options.js';

export interface NormalizeOptions {
  /** The axes whose elements share a norm. @defaultValue -1 */
  readonly axis?: number | readonly number[];
  /** The `p` of the norm, a whole number from 1. @defaultValue 2 */
  readonly order?: number;
  /** The least norm. @defaultValue 1e-7 */
  readonly epsilon?: number | null;
}

/**
 * To a length of 1: `y = x / max(‖x‖ₚ, epsilon)`.
 *
 * Any shape → the same shape; no axes → one. Zeros have finite gradients.
 *
 * @example
 * ```ts
 * normalize(tensor([3, 4])); // [0.6, 0.8]
 * ```
 * @throws ArgumentError when the order is no whole number from 1.
 * @see Keras `keras.ops.normalize`
 */
export const normalize: OptionOp<NormalizeOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Normalize',
  module: 'nn',
  options: ['axis', 'order', 'epsilon'],
  call(x: Tensor, { axis = -1, order = 2, epsilon }: NormalizeOptions) {
    if (!Number.isInteger(order) || order < 1) {
      throw new ArgumentError({
        who: 'normalize',
        expected: 'a whole number from 1 as order',
        got: String(order),
      });
    }
    const least = epsilon ?? 1e-7;
    const given = toFloat(x.rank === 0 ? expandDims(x, 0) : x);
    if (order === 2) {
      const squares = sum(square(given), axisOf(axis), true);
      return mul(given, rsqrt(maximum(squares, least ** 2)));
    }
    return div(given, maximum(norm(given, { ord: order, axis, keepdims: true }), least));
  },
});
