import { type Tensor, div, expandDims, matMul, max, mul, where } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from '../define-op.js';
import { greater } from '../greater.js';
import { adjoint } from './internal/matrices.js';
import { onMatrices } from './internal/on-matrices.js';
import { singular } from './internal/singular.js';

export interface PinvOptions {
  /**
   * Singular values count as zero up to this part of the largest one.
   * @defaultValue 10 · 2⁻²³ · the larger number of rows or columns
   */
  readonly rcond?: number | null;
}

/**
 * Inverses of matrices as far as there are some (Moore and Penrose): `y` with `x · y · x = x`, by singular values.
 *
 * `[..., m, n]` → `[..., n, m]`.
 *
 * @example
 * ```ts
 * pinv(tensor([[2, 0], [0, 0]])); // [[0.5, 0], [0, 0]]
 * ```
 * @throws ShapeError when there are fewer than two axes.
 * @see Keras `keras.ops.pinv`
 */
export const pinv: OptionOp<PinvOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Pinv',
  module: 'linalg',
  options: ['rcond'],
  call(x: Tensor, { rcond = null }: PinvOptions) {
    const part = rcond ?? 10 * Math.max(...x.shape.slice(-2)) * 2 ** -23;
    return onMatrices('pinv', x, (a) => [inverse(a, part)], 'any')[0] as Tensor;
  },
});

function inverse(a: Tensor, part: number): Tensor {
  const { u, s, v } = singular(a, false);
  const counts = greater(s, mul(max(s, -1, true), part));
  return matMul(div(v, expandDims(where(counts, s, Infinity), -2)), adjoint(u));
}
