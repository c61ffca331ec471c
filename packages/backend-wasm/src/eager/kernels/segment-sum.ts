import {
  type TensorInfo,
  UnsortedSegmentSum,
  type UnsortedSegmentSumAttrs,
  util,
} from '@tensorflow/tfjs-core';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';

/** Sums the rows that share a segment, as the gradient of a gather or an embedding does. */
export const unsortedSegmentSum: EagerKernel = eagerKernel<
  { x: TensorInfo; segmentIds: TensorInfo },
  UnsortedSegmentSumAttrs
>(UnsortedSegmentSum, ({ x, segmentIds }, { numSegments }, context) => {
  const rowShape = x.shape.slice(segmentIds.shape.length);
  const isInt = x.dtype === 'int32';
  const y = context.output([numSegments, ...rowShape], isInt ? 'int32' : 'float32');
  const add = isInt ? context.native.segmentSumInt : context.native.segmentSum;
  const count = util.sizeFromShape(segmentIds.shape);
  const inner = util.sizeFromShape(rowShape);
  add(context.address(x), context.address(segmentIds), count, inner, numSegments, context.address(y));
  return y;
});
