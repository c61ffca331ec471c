import { Slice, type SliceAttrs, type Tensor, type TensorInfo, slice_util } from '@tensorflow/tfjs-core';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';

/** The stock kernel reads beyond the tensor where begin and size do. */
export const slice: EagerKernel = eagerKernel<{ x: TensorInfo }, SliceAttrs>(
  Slice,
  ({ x }, attrs, context) => {
    const tensor = x as Tensor; // of which only the shape is looked at
    const [begin = [], size = []] = slice_util.parseSliceParams(tensor, attrs.begin, attrs.size);
    slice_util.assertParamsValid(tensor, begin, size);
    return context.stock(Slice, { x }, attrs);
  },
);
