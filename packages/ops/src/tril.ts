import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import type { DiagOptions } from './diag.js';
import { elementsWhere } from './internal/diagonals.js';

/**
 * The elements on and below a diagonal of the last two axes, zeros above it.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * tril(tensor([[1, 2], [3, 4]])); // [[1, 0], [3, 4]]
 * ```
 * @see Keras `keras.ops.tril`
 */
export const tril: OptionOp<DiagOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Tril',
  module: 'numpy',
  options: ['k'],
  call: (x: Tensor, { k = 0 }: DiagOptions) => elementsWhere(x, (row, column) => column - row <= k),
});
