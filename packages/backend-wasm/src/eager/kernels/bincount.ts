import { Bincount, type BincountAttrs, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';

/** Counts all values, whatever their shape, where the stock kernel takes the first axis for rows. */
export const bincount: EagerKernel = eagerKernel<{ x: TensorInfo; weights: TensorInfo }, BincountAttrs>(
  Bincount,
  ({ x, weights }, attrs, context) => {
    const list = { ...x, shape: [util.sizeFromShape(x.shape)] };
    return context.stock(Bincount, { x: list, weights }, attrs);
  },
);
