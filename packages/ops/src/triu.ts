import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import type { DiagOptions } from './diag.js';
import { elementsWhere } from './internal/diagonals.js';

/**
 * The elements on and above a diagonal of the last two axes, zeros below it.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * triu(tensor([[1, 2], [3, 4]])); // [[1, 2], [0, 4]]
 * ```
 * @see Keras `keras.ops.triu`
 */
export const triu: OptionOp<DiagOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Triu',
  module: 'numpy',
  options: ['k'],
  call: (x: Tensor, { k = 0 }: DiagOptions) => elementsWhere(x, (row, column) => column - row >= k),
});
