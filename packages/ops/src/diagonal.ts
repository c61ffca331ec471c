import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { diagonalOf } from './internal/diagonals.js';

export interface DiagonalOptions {
  /** 0 is the main diagonal, positive ones lie above it. @defaultValue 0 */
  readonly offset?: number;
  /** The rows. @defaultValue 0 */
  readonly axis1?: number;
  /** The columns. @defaultValue 1 */
  readonly axis2?: number;
}

/**
 * The elements of a diagonal.
 *
 * The two axes go, and the diagonal becomes the last one.
 *
 * @example
 * ```ts
 * diagonal(tensor([[1, 2], [3, 4]])); // [1, 4]
 * ```
 * @see Keras `keras.ops.diagonal`
 */
export const diagonal: OptionOp<DiagonalOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Diagonal',
  module: 'numpy',
  options: ['offset', 'axis1', 'axis2'],
  call: (x: Tensor, { offset = 0, axis1 = 0, axis2 = 1 }: DiagonalOptions) =>
    diagonalOf(x, { offset, axis1, axis2 }),
});
