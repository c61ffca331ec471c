import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { pieces } from './internal/pieces.js';
import type { SplitOptions } from './split.js';

/**
 * A tensor cut into pieces along its second axis, or the only one.
 *
 * Any shape → a list of tensors.
 *
 * @example
 * ```ts
 * hsplit(tensor([[1, 2], [3, 4]]), { indicesOrSections: 2 }); // [[[1], [3]], [[2], [4]]]
 * ```
 * @see Keras `keras.ops.hsplit`
 */
export const hsplit: (<X extends Operand>(
  x: X,
  options: Pick<SplitOptions, 'indicesOrSections'>,
) => Result<X>[]) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'Hsplit',
  module: 'numpy',
  options: ['indicesOrSections'],
  call: (x: Tensor, { indicesOrSections }: Pick<SplitOptions, 'indicesOrSections'>) =>
    pieces(x, indicesOrSections, x.rank === 1 ? 0 : 1),
});
