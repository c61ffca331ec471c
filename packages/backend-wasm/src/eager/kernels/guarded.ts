import type { DataType, TensorInfo } from '@tensorflow/tfjs-core';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';

/**
 * Kernels of the stock backend that take the bits of other types for what they expect, and with bools, which are
 * single bytes, read and write beyond the tensor. They get their input as what they expect.
 */
const floatsOnly = ['IsFinite', 'IsInf', 'IsNan', 'LeakyRelu', 'Reciprocal', 'Sqrt'];
/** They move elements, and give back what they were given. */
const moves = ['Reverse'];
const notBools = ['Abs', 'Ceil', 'Elu', 'Floor', 'Neg', 'Relu', 'Round', 'Selu', 'Square', 'Step'];

export const guardedKernels: readonly EagerKernel[] = [
  ...floatsOnly.map((kernelName) => guarded(kernelName, 'float32', ['float32'])),
  ...notBools.map((kernelName) => guarded(kernelName, 'int32', ['float32', 'int32'])),
  ...moves.map((kernelName) => guarded(kernelName, 'int32', ['float32', 'int32'], true)),
];

function guarded(
  kernelName: string,
  instead: DataType,
  accepted: readonly DataType[],
  keepsType = false,
): EagerKernel {
  return eagerKernel<{ x: TensorInfo }, object>(kernelName, ({ x, ...others }, attrs, context) => {
    if (accepted.includes(x.dtype)) return context.stock(kernelName, { x, ...others }, attrs);
    const converted = context.stock('Cast', { x }, { dtype: instead });
    const y = context.stock(kernelName, { x: converted, ...others }, attrs);
    context.release(converted);
    if (!keepsType) return y;
    const back = context.stock('Cast', { x: y }, { dtype: x.dtype });
    context.release(y);
    return back;
  });
}
