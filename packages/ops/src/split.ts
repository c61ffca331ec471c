import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { pieces } from './internal/pieces.js';

export interface SplitOptions {
  /** Into how many equal pieces, or before which indices it is cut. */
  readonly indicesOrSections: number | readonly number[];
  /** @defaultValue 0 */
  readonly axis?: number;
}

/**
 * A tensor cut into pieces along an axis.
 *
 * Any shape → a list of tensors.
 *
 * @example
 * ```ts
 * split(tensor([1, 2, 3, 4]), { indicesOrSections: [1, 3] }); // [[1], [2, 3], [4]]
 * ```
 * @see Keras `keras.ops.split`
 */
export const split: (<X extends Operand>(x: X, options: SplitOptions) => Result<X>[]) & OpClass =
  /* @__PURE__ */ defineOp({
    className: 'Split',
    module: 'numpy',
    options: ['indicesOrSections', 'axis'],
    call: (x: Tensor, { indicesOrSections, axis = 0 }: SplitOptions) => pieces(x, indicesOrSections, axis),
  });
