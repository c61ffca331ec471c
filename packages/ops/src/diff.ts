import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { partOfAxis } from './internal/part-of-axis.js';
import { notEqual } from './not-equal.js';
import { subtract } from './subtract.js';

export interface DiffOptions {
  /** How often differences are taken. @defaultValue 1 */
  readonly n?: number;
  /** @defaultValue -1 */
  readonly axis?: number;
}

/**
 * Differences of neighbours along an axis: `yᵢ = xᵢ₊₁ - xᵢ`; of bools, whether they differ.
 *
 * The axis is shorter by `n`.
 *
 * @example
 * ```ts
 * diff(tensor([1, 4, 9, 16])); // [3, 5, 7]
 * ```
 * @see Keras `keras.ops.diff`
 */
export const diff: OptionOp<DiffOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Diff',
  module: 'numpy',
  options: ['n', 'axis'],
  call: (x: Tensor, { n = 1, axis = -1 }: DiffOptions) => {
    let result = x;
    for (let i = 0; i < n; i++) {
      const size = Math.max((result.shape.at(axis) ?? 1) - 1, 0);
      const [from, to] = [partOfAxis(result, axis, 0, size), partOfAxis(result, axis, 1, size)];
      result = x.dtype === 'bool' ? notEqual(to, from) : subtract(to, from);
    }
    return result;
  },
});
