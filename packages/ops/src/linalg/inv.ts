import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from '../define-op.js';
import { identities } from './internal/matrices.js';
import { onMatrices } from './internal/on-matrices.js';
import { solved } from './internal/solve.js';

/**
 * Inverses of square matrices: `y` with `x · y = 1`.
 *
 * `[..., n, n]` → the same shape. Infinite or NaN where there is none.
 *
 * @example
 * ```ts
 * inv(tensor([[2, 0], [0, 4]])); // [[0.5, 0], [0, 0.25]]
 * ```
 * @throws ShapeError when the matrices are not square.
 * @see Keras `keras.ops.inv`
 */
export const inv: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Inv',
  module: 'linalg',
  call: (x: Tensor) => onMatrices('inv', x, (a) => [solved(a, identities(a))])[0] as Tensor,
});
