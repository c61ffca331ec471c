import { type Tensor, reshape } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import type { DiagOptions } from './diag.js';
import { onDiagonal } from './internal/diagonals.js';

/**
 * The matrix with all elements on a diagonal and zeros elsewhere.
 *
 * Any shape → `[size + |k|, size + |k|]`.
 *
 * @example
 * ```ts
 * diagflat(tensor([[1], [2]])); // [[1, 0], [0, 2]]
 * ```
 * @see Keras `keras.ops.diagflat`
 */
export const diagflat: OptionOp<DiagOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Diagflat',
  module: 'numpy',
  options: ['k'],
  call: (x: Tensor, { k = 0 }: DiagOptions) => onDiagonal(reshape(x, [-1]), k),
});
