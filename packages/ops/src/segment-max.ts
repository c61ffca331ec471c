import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { type SegmentOptions, rowsOfSegments, segmentCount } from './internal/segments.js';
import { max } from './max.js';

export type SegmentMaxOptions = SegmentOptions;

/**
 * The largest elements of the rows that share a segment; the least float where there are none.
 *
 * `x [n, ...]` and `segments [n]` → `[numSegments, ...]`. Every row is compared with every segment: for up to some hundred
 * segments.
 *
 * @example
 * ```ts
 * segmentMax(tensor([1, 2, 3]), tensor([0, 1, 0]), { numSegments: 2 }); // [3, 2]
 * ```
 * @see Keras `keras.ops.segment_max`
 */
export const segmentMax: (<X extends Operand, S extends Operand>(
  x: X,
  segments: S,
  options?: SegmentMaxOptions,
) => Result<X | S>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'SegmentMax',
  module: 'math',
  operands: 2,
  options: ['numSegments', 'sorted'],
  call(x: Tensor, segments: Tensor, options: SegmentOptions) {
    const empty = x.dtype === 'float32' ? -3.4028234663852886e38 : -(2 ** 31);
    return max(rowsOfSegments(x, segments, segmentCount(segments, options), empty), { axis: 1 });
  },
});
