import { Softmax, type SoftmaxAttrs, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';

/** A row with NaN becomes NaN, which the stock kernel hides. */
export const softmax: EagerKernel = eagerKernel<{ logits: TensorInfo }, SoftmaxAttrs>(
  Softmax,
  ({ logits }, { dim }, context) => {
    const y = context.output(logits.shape, 'float32');
    const size = util.sizeFromShape(logits.shape);
    if (size === 0) return y;
    const floats =
      logits.dtype === 'float32' ? logits : context.stock('Cast', { x: logits }, { dtype: 'float32' });
    const count = logits.shape[dim] ?? 1;
    context.native.softmax(context.address(floats), 0, size / count, count, context.address(y));
    if (floats !== logits) context.release(floats);
    return y;
  },
);
