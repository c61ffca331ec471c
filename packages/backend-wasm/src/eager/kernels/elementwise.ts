import {
  Cast,
  type CastAttrs,
  ClipByValue,
  type ClipByValueAttrs,
  Identity,
  Maximum,
  Minimum,
  Relu6,
  Sign,
  type TensorInfo,
  util,
} from '@tensorflow/tfjs-core';
import type { EagerContext } from '../eager-context.js';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';
import { binaryKernel } from './binary.js';

interface Unary {
  readonly x: TensorInfo;
}

export const maximum: EagerKernel = binaryKernel(Maximum, { float32: (native) => native.maximum });
export const minimum: EagerKernel = binaryKernel(Minimum, { float32: (native) => native.minimum });

export const relu6: EagerKernel = eagerKernel<Unary, object>(Relu6, ({ x }, _, context) => {
  if (x.dtype !== 'float32') return throughInts(Relu6, x, context);
  const y = context.output(x.shape, 'float32');
  context.native.clamp(context.address(x), util.sizeFromShape(x.shape), 0, 6, context.address(y));
  return y;
});

export const clipByValue: EagerKernel = eagerKernel<Unary, ClipByValueAttrs>(
  ClipByValue,
  ({ x }, attrs, context) => {
    if (x.dtype !== 'float32') return context.stock(ClipByValue, { x }, attrs);
    const y = context.output(x.shape, 'float32');
    const { clipValueMin: low, clipValueMax: high } = attrs;
    context.native.clamp(context.address(x), util.sizeFromShape(x.shape), low, high, context.address(y));
    return y;
  },
);

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
