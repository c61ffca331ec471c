import { type Tensor, reshape } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { placesOf } from './internal/places-of.js';
import { segmentSum } from './segment-sum.js';

export interface ScatterOptions {
  /** The shape of the result. */
  readonly shape: readonly number[];
}

/**
 * Values put at given places among zeros; values at one place are added.
 *
 * `indices [..., k]` name elements or, where `k` is less than the rank, rows, and `values [..., ...row]` → `shape`.
 *
 * @example
 * ```ts
 * scatter(tensor([[0], [2], [2]]), tensor([5, 6, 1]), { shape: [4] }); // [5, 0, 7, 0]
 * ```
 * @see Keras `keras.ops.scatter`
 */
export const scatter: (<I extends Operand, V extends Operand>(
  indices: I,
  values: V,
  options: ScatterOptions,
) => Result<I | V>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'Scatter',
  module: 'core',
  operands: 2,
  options: ['shape'],
  call(indices: Tensor, values: Tensor, { shape }: ScatterOptions) {
    const { places, named, count, row } = placesOf(indices, shape);
    const rows = reshape(values, [named, ...row]);
    return reshape(segmentSum(rows, places, { numSegments: count }), [...shape]);
  },
});
