import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { NativeKernels, UnaryKernel } from '../../native/native-kernels.js';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';
import { binaryKernel } from './binary.js';

type Choose = (native: NativeKernels) => UnaryKernel;

/**
 * Functions within 2 units of the last place of the true value, with NaN, infinities and 0 as IEEE 754 has them. Those
 * of the stock backend lose digits or special values, and programs compute with ours.
 */
const unary: Readonly<Record<string, Choose>> = {
  Exp: (native) => native.expArray,
  Expm1: (native) => native.expm1Array,
  Log: (native) => native.logArray,
  Log1p: (native) => native.log1pArray,
  Tanh: (native) => native.tanhArray,
  Sigmoid: (native) => native.sigmoidArray,
  Softplus: (native) => native.softplusArray,
  Erf: (native) => native.erfArray,
  Sin: (native) => native.sinArray,
  Cos: (native) => native.cosArray,
  Tan: (native) => native.tanArray,
  Sinh: (native) => native.sinhArray,
  Cosh: (native) => native.coshArray,
  Asinh: (native) => native.asinhArray,
  Acosh: (native) => native.acoshArray,
  Atanh: (native) => native.atanhArray,
  Asin: (native) => native.asinArray,
  Acos: (native) => native.acosArray,
  Atan: (native) => native.atanArray,
  Rsqrt: (native) => native.rsqrtArray,
};

export const mathKernels: readonly EagerKernel[] = [
  ...Object.entries(unary).map(([kernelName, choose]) => floatKernel(kernelName, choose)),
  binaryKernel('Atan2', { float32: (native) => native.atan2Array }),
  binaryKernel('Pow', { float32: (native) => native.powArray }),
  binaryKernel('Mod', { float32: (native) => native.modArray, int32: (native) => native.modIntArray }),
  floorDiv(),
];

/** tfjs-core has the whole quotient as integers. */
function floorDiv(): EagerKernel {
  const quotient = binaryKernel('FloorDiv', {
    float32: (native) => native.floorDivideArray,
    int32: (native) => native.floorDivideIntArray,
  });
  return eagerKernel('FloorDiv', (inputs, attrs, context) => {
    const y = quotient.compute(inputs, attrs, context);
    if (y.dtype === 'int32') return y;
    const whole = context.stock('Cast', { x: y }, { dtype: 'int32' });
    context.release(y);
    return whole;
  });
}

/** Integers and bools become floats first. */
function floatKernel(kernelName: string, choose: Choose): EagerKernel {
  return eagerKernel<{ x: TensorInfo }, object>(kernelName, ({ x }, _, context) => {
    const floats = x.dtype === 'float32' ? x : context.stock('Cast', { x }, { dtype: 'float32' });
    const y = context.output(x.shape, 'float32');
    choose(context.native)(context.address(floats), util.sizeFromShape(x.shape), context.address(y));
    if (floats !== x) context.release(floats);
    return y;
  });
}
