import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { diagonalOf, onDiagonal } from './internal/diagonals.js';
import { ShapeError, formatShape } from '@myelin/core';

export interface DiagOptions {
  /** 0 is the main diagonal, positive ones lie above it. @defaultValue 0 */
  readonly k?: number;
}

/**
 * Of one axis, the matrix with these elements on a diagonal and zeros elsewhere; of a matrix, the elements of a diagonal.
 *
 * `[n]` → `[n + |k|, n + |k|]`; `[m, n]` → the length of the diagonal.
 *
 * @example
 * ```ts
 * diag(tensor([1, 2])); // [[1, 0], [0, 2]]
 * ```
 * @throws ShapeError when there are neither one nor two axes.
 * @see Keras `keras.ops.diag`
 */
export const diag: OptionOp<DiagOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Diag',
  module: 'numpy',
  options: ['k'],
  call: (x: Tensor, { k = 0 }: DiagOptions) => {
    if (x.rank === 1) return onDiagonal(x, k);
    if (x.rank === 2) return diagonalOf(x, { offset: k, axis1: 0, axis2: 1 });
    throw new ShapeError({ who: 'diag', expected: 'one or two axes', got: formatShape(x.shape) });
  },
});
