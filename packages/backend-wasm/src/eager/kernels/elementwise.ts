import {
  Cast,
  type CastAttrs,
  Cos,
  Identity,
  Log1p,
  Maximum,
  Minimum,
  Relu6,
  Sign,
  Sin,
  type TensorInfo,
  broadcast_util,
  util,
} from '@tensorflow/tfjs-core';
import type { BinaryKernel, NativeKernels } from '../../native/native-kernels.js';
import type { EagerContext } from '../eager-context.js';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';

interface Unary {
  readonly x: TensorInfo;
}

interface Binary {
  readonly a: TensorInfo;
  readonly b: TensorInfo;
}

export const maximum: EagerKernel = extremum(Maximum, (native) => native.maximum);
export const minimum: EagerKernel = extremum(Minimum, (native) => native.minimum);

function extremum(kernelName: string, choose: (native: NativeKernels) => BinaryKernel): EagerKernel {
  return eagerKernel<Binary, object>(kernelName, ({ a, b }, _, context) => {
    if (a.dtype !== 'float32' || b.dtype !== 'float32') return context.stock(kernelName, { a, b });
    const shape = broadcast_util.assertAndGetBroadcastShape(a.shape, b.shape);
    const count = util.sizeFromShape(shape);
    const y = context.output(shape, 'float32');
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
  const zeros = context.zeros(shape, 'float32');
  const copy = context.stock('Add', { a: x, b: zeros });
  context.release(zeros);
  return copy;
}

export const relu6: EagerKernel = eagerKernel<Unary, object>(Relu6, ({ x }, _, context) => {
  if (x.dtype !== 'float32') return throughInts(Relu6, x, context);
  const y = context.output(x.shape, 'float32');
  context.native.clamp(context.address(x), util.sizeFromShape(x.shape), 0, 6, context.address(y));
  return y;
});

export const sign: EagerKernel = eagerKernel<Unary, object>(Sign, ({ x }, _, context) => {
  if (x.dtype !== 'float32') return throughInts(Sign, x, context);
  const y = context.output(x.shape, 'float32');
  context.native.sign(context.address(x), util.sizeFromShape(x.shape), context.address(y));
  return y;
});

/** Bools, which the stock kernel would misread, as integers. */
function throughInts(kernelName: string, x: TensorInfo, context: EagerContext): TensorInfo {
  if (x.dtype !== 'bool') return context.stock(kernelName, { x });
  const ints = context.stock(Cast, { x }, { dtype: 'int32' });
  const y = context.stock(kernelName, { x: ints });
  context.release(ints);
  return y;
}

/** The stock kernel copies, for every tensor that a gradient keeps. */
export const identity: EagerKernel = eagerKernel<Unary, object>(Identity, ({ x }, _, context) =>
  context.share(x),
);

/** To bool everything but 0 is true; the stock kernel takes the last byte of the whole part. */
export const cast: EagerKernel = eagerKernel<Unary, CastAttrs>(Cast, ({ x }, attrs, context) => {
  if (attrs.dtype === x.dtype) return context.share(x);
  if (attrs.dtype !== 'bool' || (x.dtype !== 'float32' && x.dtype !== 'int32')) {
    return context.stock(Cast, { x }, attrs);
  }
  const zero = context.zeros([], x.dtype);
  const y = context.stock('NotEqual', { a: x, b: zero });
  context.release(zero);
  return y;
});

// The stock kernels of these lose most digits of small results.
export const log1p: EagerKernel = onHost(Log1p, Math.log1p);
export const sin: EagerKernel = onHost(Sin, Math.sin);
export const cos: EagerKernel = onHost(Cos, Math.cos);

function onHost(kernelName: string, compute: (value: number) => number): EagerKernel {
  return eagerKernel<Unary, object>(kernelName, ({ x }, _, context) => {
    const y = context.output(x.shape, 'float32');
    const values = context.values(x);
    context.values(y).forEach((_value, i, results) => {
      results[i] = compute(values[i] ?? NaN);
    });
    return y;
  });
}
