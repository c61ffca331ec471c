import { type Tensor, matMul } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from '../define-op.js';
import type { CholeskyOptions } from './cholesky.js';
import { adjoint, identities } from './internal/matrices.js';
import { onMatrices } from './internal/on-matrices.js';
import { solveTriangle } from './internal/triangular.js';

export type CholeskyInverseOptions = CholeskyOptions;

/**
 * Inverses of matrices by their triangular roots: `(L · Lᵀ)⁻¹`.
 *
 * `[..., n, n]` → the same shape.
 *
 * @example
 * ```ts
 * choleskyInverse(tensor([[2, 0], [0, 4]])); // [[0.25, 0], [0, 0.0625]]
 * ```
 * @throws ShapeError when the matrices are not square.
 * @see Keras `keras.ops.cholesky_inverse`
 */
export const choleskyInverse: OptionOp<CholeskyInverseOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'CholeskyInverse',
  module: 'linalg',
  options: ['upper'],
  call(x: Tensor, { upper = false }: CholeskyInverseOptions) {
    const [inverse] = onMatrices('choleskyInverse', x, (root) => {
      const half = solveTriangle(root, identities(root), !upper);
      return [upper ? matMul(half, adjoint(half)) : matMul(adjoint(half), half)];
    });
    return inverse as Tensor;
  },
});
