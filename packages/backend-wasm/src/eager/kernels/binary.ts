import { type TensorInfo, broadcast_util, util } from '@tensorflow/tfjs-core';
import type { BinaryKernel, NativeKernels } from '../../native/native-kernels.js';
import type { EagerContext } from '../eager-context.js';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';

interface Operands {
  readonly a: TensorInfo;
  readonly b: TensorInfo;
}

type Choose = (native: NativeKernels) => BinaryKernel;

/** A function of two tensors that are broadcast, with a kernel for each type; for others it is the stock backend's. */
export function binaryKernel(
  kernelName: string,
  kernels: { readonly float32: Choose; readonly int32?: Choose },
): EagerKernel {
  return eagerKernel<Operands, object>(kernelName, ({ a, b }, _, context) => {
    const choose = a.dtype === b.dtype ? kernels[a.dtype as keyof typeof kernels] : undefined;
    if (choose === undefined) return context.stock(kernelName, { a, b });
    const shape = broadcast_util.assertAndGetBroadcastShape(a.shape, b.shape);
    const count = util.sizeFromShape(shape);
    const y = context.output(shape, a.dtype);
    if (count === 0) return y;
    const left = spread(a, shape, context);
    const right = spread(b, shape, context);
    const step = (tensor: TensorInfo): number => (util.sizeFromShape(tensor.shape) === count ? 4 : 0);
    choose(context.native)(
      context.address(left),
      step(left),
      context.address(right),
      step(right),
      count,
      context.address(y),
    );
    if (left !== a) context.release(left);
    if (right !== b) context.release(right);
    return y;
  });
}

/** The operand itself where it has one value or all of them; else a copy that repeats it. */
function spread(x: TensorInfo, shape: readonly number[], context: EagerContext): TensorInfo {
  const size = util.sizeFromShape(x.shape);
  if (size === 1 || size === util.sizeFromShape([...shape])) return x;
  const zeros = context.zeros(shape, x.dtype);
  const copy = context.stock('Add', { a: x, b: zeros });
  context.release(zeros);
  return copy;
}
