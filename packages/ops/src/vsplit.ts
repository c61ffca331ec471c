import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { pieces } from './internal/pieces.js';
import type { SplitOptions } from './split.js';

/**
 * A tensor cut into pieces along its first axis.
 *
 * Any shape → a list of tensors.
 *
 * @example
 * ```ts
 * vsplit(tensor([[1, 2], [3, 4]]), { indicesOrSections: 2 }); // [[[1, 2]], [[3, 4]]]
 * ```
 * @see Keras `keras.ops.vsplit`
 */
export const vsplit: (<X extends Operand>(
  x: X,
  options: Pick<SplitOptions, 'indicesOrSections'>,
) => Result<X>[]) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'Vsplit',
  module: 'numpy',
  options: ['indicesOrSections'],
  call: (x: Tensor, { indicesOrSections }: Pick<SplitOptions, 'indicesOrSections'>) =>
    pieces(x, indicesOrSections, 0),
});
