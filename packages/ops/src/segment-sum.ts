import { type Tensor, type Tensor1D, cast, unsortedSegmentSum } from '@tensorflow/tfjs-core';
import { type Operand, type OpClass, type Result, defineOp } from './define-op.js';
import { type SegmentOptions, segmentCount } from './internal/segments.js';

export type SegmentSumOptions = SegmentOptions;

/**
 * Sums of the rows that share a segment: `y[s] = Σ x[i] where segments[i] = s`.
 *
 * `x [n, ...]` and `segments [n]` → `[numSegments, ...]`.
 *
 * @example
 * ```ts
 * segmentSum(tensor([1, 2, 3]), tensor([0, 1, 0]), { numSegments: 2 }); // [4, 2]
 * ```
 * @see Keras `keras.ops.segment_sum`
 */
export const segmentSum: (<X extends Operand, S extends Operand>(
  x: X,
  segments: S,
  options?: SegmentSumOptions,
) => Result<X | S>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'SegmentSum',
  module: 'math',
  operands: 2,
  options: ['numSegments', 'sorted'],
  call(x: Tensor, segments: Tensor, options: SegmentSumOptions) {
    const count = segmentCount(segments, options);
    const sums = unsortedSegmentSum(x, cast(segments, 'int32') as Tensor1D, count);
    return sums.dtype === x.dtype ? sums : cast(sums, x.dtype);
  },
});
