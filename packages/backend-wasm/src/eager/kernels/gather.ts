import { ArgumentError } from '@myelin/core';
import { GatherV2, type GatherV2Attrs, type TensorInfo, backend_util, util } from '@tensorflow/tfjs-core';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';

/** Slices of a tensor by index; the stock kernel reads beyond the tensor when there are batch dimensions. */
export const gatherV2: EagerKernel = eagerKernel<{ x: TensorInfo; indices: TensorInfo }, GatherV2Attrs>(
  GatherV2,
  ({ x, indices }, { axis, batchDims }, context) => {
    const [along = 0] = util.parseAxisParam(axis, x.shape);
    const info = backend_util.segment_util.collectGatherOpShapeInfo(x, indices, along, batchDims);
    const y = context.output(info.outputShape, x.dtype);
    const wrong = context.native.gather(
      context.address(x),
      context.address(indices),
      info.batchSize,
      info.outerSize,
      info.dimSize,
      util.sizeFromShape(indices.shape) / info.batchSize,
      info.sliceSize * util.bytesPerElement(x.dtype),
      context.address(y),
    );
    if (wrong < 0) return y;
    context.release(y);
    const index = context.values(indices)[wrong];
    throw new ArgumentError({
      who: 'gather',
      expected: `indices from 0 to ${info.dimSize - 1}`,
      got: `${index} at place ${wrong} of the indices`,
    });
  },
);
