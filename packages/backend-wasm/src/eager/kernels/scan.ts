import { Cumprod, Cumsum, type CumsumAttrs, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { NativeKernels, ScanKernel } from '../../native/native-kernels.js';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';

export const cumsum: EagerKernel = scan(Cumsum, (native) => [native.runningSum, native.runningSumInt]);
export const cumprod: EagerKernel = scan(Cumprod, (native) => [
  native.runningProduct,
  native.runningProductInt,
]);

/** Running results along any axis, without the two transpositions of the stock kernel. */
function scan(
  kernelName: string,
  choose: (native: NativeKernels) => readonly [floats: ScanKernel, ints: ScanKernel],
): EagerKernel {
  return eagerKernel<{ x: TensorInfo }, CumsumAttrs>(kernelName, ({ x }, attrs, context) => {
    if (x.dtype !== 'float32' && x.dtype !== 'int32') return context.stock(kernelName, { x }, attrs);
    const [axis = 0] = util.parseAxisParam(attrs.axis, x.shape);
    const [floats, ints] = choose(context.native);
    const y = context.output(x.shape, x.dtype);
    (x.dtype === 'float32' ? floats : ints)(
      context.address(x),
      util.sizeFromShape(x.shape.slice(0, axis)),
      x.shape[axis] ?? 1,
      util.sizeFromShape(x.shape.slice(axis + 1)),
      attrs.exclusive,
      attrs.reverse,
      context.address(y),
    );
    return y;
  });
}
