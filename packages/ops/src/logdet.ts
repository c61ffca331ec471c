import { type Tensor, log, mul, sum } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { cholesky } from './linalg/cholesky.js';
import { diagonalOf } from './linalg/internal/matrices.js';

/**
 * Logarithms of the determinants of symmetric, positive definite matrices.
 *
 * `[..., n, n]` → `[...]`.
 *
 * @example
 * ```ts
 * logdet(tensor([[4, 2], [2, 5]])); // 2.7726
 * ```
 * @throws ShapeError when the matrices are not square.
 * @see Keras `keras.ops.logdet`
 */
export const logdet: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Logdet',
  module: 'math',
  call: (x: Tensor) => mul(sum(log(diagonalOf(cholesky(x))), -1), 2),
});
