import { type Tensor, cast, unsortedSegmentSum } from '@tensorflow/tfjs-core';
import { type Operand, type OpClass, type Result, defineOp } from './define-op.js';

export interface SegmentSumOptions {
  readonly numSegments: number;
}

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
  options: SegmentSumOptions,
) => Result<X | S>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'SegmentSum',
  module: 'math',
  operands: 2,
  options: ['numSegments'],
  call: (x: Tensor, segments: Tensor, { numSegments }: SegmentSumOptions) =>
    unsortedSegmentSum(x, cast(segments, 'int32') as never, numSegments),
});
