import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { pieces } from './internal/pieces.js';
import type { SplitOptions } from './split.js';

/**
 * A tensor cut into pieces along its third axis.
 *
 * Any shape → a list of tensors.
 *
 * @example
 * ```ts
 * dsplit(tensor([[[1, 2]]]), { indicesOrSections: 2 }); // [[[[1]]], [[[2]]]]
 * ```
 * @see Keras `keras.ops.dsplit`
 */
export const dsplit: (<X extends Operand>(
  x: X,
  options: Pick<SplitOptions, 'indicesOrSections'>,
) => Result<X>[]) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'Dsplit',
  module: 'numpy',
  options: ['indicesOrSections'],
  call: (x: Tensor, { indicesOrSections }: Pick<SplitOptions, 'indicesOrSections'>) =>
    pieces(x, indicesOrSections, 2),
});
