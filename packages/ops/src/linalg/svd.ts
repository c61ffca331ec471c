import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from '../define-op.js';
import { adjoint } from './internal/matrices.js';
import { onMatrices } from './internal/on-matrices.js';
import { singular } from './internal/singular.js';

export interface SvdOptions {
  /** Whether `u` and `vh` are square, else they have `min(m, n)` vectors. @defaultValue true */
  readonly fullMatrices?: boolean;
  /** Whether the vectors are wanted, too. @defaultValue true */
  readonly computeUv?: boolean;
}

interface Svd {
  <X extends Operand>(x: X, options: SvdOptions & { readonly computeUv: false }): Result<X>;
  <X extends Operand>(
    x: X,
    options?: SvdOptions & { readonly computeUv?: true },
  ): [u: Result<X>, s: Result<X>, vh: Result<X>];
}

/**
 * Singular values, from the largest to the smallest, and singular vectors of matrices, by Jacobi's rotations:
 * `x = u · diag(s) · vh`.
 *
 * The largest element of each vector on the shorter side is positive, where Keras leaves the sign open. The gradient by
 * vectors grows without bound where singular values come close to each other.
 *
 * `[..., m, n]` → `u [..., m, m]`, `s [..., min(m, n)]` and `vh [..., n, n]`; without `fullMatrices` `u [..., m, min(m, n)]`
 * and `vh [..., min(m, n), n]`; without `computeUv` `s` alone.
 *
 * @example
 * ```ts
 * svd(tensor([[0, 2], [3, 0]]), { computeUv: false }); // [3, 2]
 * ```
 * @throws ShapeError when there are fewer than two axes.
 * @see Keras `keras.ops.svd`
 */
export const svd: Svd & OpClass = /* @__PURE__ */ defineOp({
  className: 'SVD',
  module: 'linalg',
  options: ['fullMatrices', 'computeUv'],
  call(x: Tensor, { fullMatrices = true, computeUv = true }: SvdOptions) {
    const parts = onMatrices(
      'svd',
      x,
      (a) => {
        const { u, s, v } = singular(a, fullMatrices && computeUv);
        return computeUv ? [u, s, adjoint(v)] : [s];
      },
      'any',
    );
    return computeUv ? parts : (parts[0] as Tensor);
  },
});
