import { type Tensor, cast, equal, expandDims, reshape, scalar, where } from '@tensorflow/tfjs-core';
import { indices } from '../indices.js';
import { offTape } from '../off-tape.js';
import { countToLargest } from './count-to-largest.js';

export interface SegmentOptions {
  /** @defaultValue one more than the largest segment, which is read: not in programs */
  readonly numSegments?: number | null;
  /** Whether the segments come in ascending order; then Keras takes no `numSegments`. @defaultValue false */
  readonly sorted?: boolean;
}

/** How many segments there are. */
export function segmentCount(segments: Tensor, { numSegments }: SegmentOptions): number {
  return numSegments ?? countToLargest(segments);
}

/** The rows of every segment, `[numSegments, n, ...]`, with `empty` in the place of those of others. */
export function rowsOfSegments(x: Tensor, segments: Tensor, count: number, empty: number): Tensor {
  const [n = 0, ...row] = x.shape;
  const belongs = offTape(() => {
    const own = equal(expandDims(cast(segments, 'int32'), 0), expandDims(indices(count), 1));
    return reshape(own, [count, n, ...row.map(() => 1)]);
  });
  return where(belongs, expandDims(x, 0), scalar(empty, x.dtype));
}
