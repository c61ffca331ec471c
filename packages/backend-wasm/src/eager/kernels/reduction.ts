import {
  ArgMax,
  type ArgMaxAttrs,
  ArgMin,
  type DataType,
  Max,
  type MaxAttrs,
  Mean,
  Min,
  Prod,
  Sum,
  type SumAttrs,
  type TensorInfo,
  backend_util,
  util,
} from '@tensorflow/tfjs-core';
import type { NativeKernels, ReductionKernel } from '../../native/native-kernels.js';
import type { EagerContext } from '../eager-context.js';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';

interface Unary {
  readonly x: TensorInfo;
}

interface Reduction {
  readonly attrs: SumAttrs;
  readonly dtype: DataType;
  readonly run: ReductionKernel;
}

export const sum: EagerKernel = eagerKernel<Unary, SumAttrs>(Sum, ({ x }, attrs, context) =>
  x.dtype === 'float32'
    ? reduce(x, { attrs, dtype: 'float32', run: summing(1, context) }, context)
    : context.stock(Sum, { x }, attrs),
);

export const mean: EagerKernel = eagerKernel<Unary, SumAttrs>(Mean, ({ x }, attrs, context) => {
  const [, reduced] = backend_util.computeOutAndReduceShapes(
    x.shape,
    util.parseAxisParam(attrs.axis, x.shape),
  );
  const run = summing(util.sizeFromShape(reduced), context);
  return withFloats(x, context, (floats) => reduce(floats, { attrs, dtype: 'float32', run }, context));
});

function summing(divisor: number, { native }: EagerContext): ReductionKernel {
  return (x, outer, count, inner, y) => {
    native.sum(x, outer, count, inner, y, divisor);
  };
}

// The stock kernels pass over NaN, or not, depending on where it stands.
export const max: EagerKernel = eagerKernel<Unary, MaxAttrs>(Max, ({ x }, attrs, context) => {
  if (x.dtype !== 'float32') return context.stock(Max, { x }, attrs);
  const { reductionIndices: axis, keepDims } = attrs;
  const run = context.native.maximumOf;
  return reduce(x, { attrs: { axis, keepDims }, dtype: 'float32', run }, context);
});
export const min: EagerKernel = floatReduction(Min, (native) => native.minimumOf);
export const prod: EagerKernel = floatReduction(Prod, (native) => native.productOf);

function floatReduction(kernelName: string, choose: (native: NativeKernels) => ReductionKernel): EagerKernel {
  return eagerKernel<Unary, SumAttrs>(kernelName, ({ x }, attrs, context) =>
    x.dtype === 'float32'
      ? reduce(x, { attrs, dtype: 'float32', run: choose(context.native) }, context)
      : context.stock(kernelName, { x }, attrs),
  );
}

export const argMax: EagerKernel = place(ArgMax, (native) => native.argMax);
export const argMin: EagerKernel = place(ArgMin, (native) => native.argMin);

function place(kernelName: string, choose: (native: NativeKernels) => ReductionKernel): EagerKernel {
  return eagerKernel<Unary, ArgMaxAttrs>(kernelName, ({ x }, { axis }, context) => {
    const attrs = { axis, keepDims: false };
    return withFloats(x, context, (floats) =>
      reduce(floats, { attrs, dtype: 'int32', run: choose(context.native) }, context),
    );
  });
}

function withFloats(
  x: TensorInfo,
  context: EagerContext,
  use: (floats: TensorInfo) => TensorInfo,
): TensorInfo {
  if (x.dtype === 'float32') return use(x);
  const floats = context.stock('Cast', { x }, { dtype: 'float32' });
  const y = use(floats);
  context.release(floats);
  return y;
}

function reduce(x: TensorInfo, reduction: Reduction, context: EagerContext): TensorInfo {
  const { axis, keepDims } = reduction.attrs;
  const axes = util.parseAxisParam(axis, x.shape).sort((p, q) => p - q);
  const [kept, reduced] = backend_util.computeOutAndReduceShapes(x.shape, axes);
  const outShape = keepDims ? backend_util.expandShapeToKeepDim(kept, axes) : kept;
  const first = axes[0] ?? x.shape.length;
  if (axes.some((a, i) => a !== first + i)) {
    // The kernel reduces neighbouring axes: bring them to the end.
    const order = x.shape.map((_, i) => i);
    const perm = [...order.filter((i) => !axes.includes(i)), ...axes];
    const moved = context.stock('Transpose', { x }, { perm });
    const attrs = { axis: axes.map((_, i) => kept.length + i), keepDims: false };
    const y = reduce(moved, { ...reduction, attrs }, context);
    context.release(moved);
    return { ...y, shape: outShape };
  }
  const outer = util.sizeFromShape(x.shape.slice(0, first));
  const inner = util.sizeFromShape(x.shape.slice(first + axes.length));
  const y = context.output(outShape, reduction.dtype);
  if (outer * inner > 0) {
    reduction.run(context.address(x), outer, util.sizeFromShape(reduced), inner, context.address(y));
  }
  return y;
}
