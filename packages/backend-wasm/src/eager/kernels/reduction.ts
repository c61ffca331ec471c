import { Mean, Sum, type SumAttrs, type TensorInfo, backend_util, util } from '@tensorflow/tfjs-core';
import type { EagerContext } from '../eager-context.js';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';

export const sum: EagerKernel = eagerKernel<{ x: TensorInfo }, SumAttrs>(Sum, ({ x }, attrs, context) =>
  x.dtype === 'float32' ? reduce(x, attrs, 'sum', context) : context.stock(Sum, { x }, attrs),
);

export const mean: EagerKernel = eagerKernel<{ x: TensorInfo }, SumAttrs>(Mean, ({ x }, attrs, context) => {
  if (x.dtype === 'float32') return reduce(x, attrs, 'mean', context);
  const floats = context.stock('Cast', { x }, { dtype: 'float32' });
  const y = reduce(floats, attrs, 'mean', context);
  context.release(floats);
  return y;
});

function reduce(
  x: TensorInfo,
  { axis, keepDims }: SumAttrs,
  kind: 'sum' | 'mean',
  context: EagerContext,
): TensorInfo {
  const axes = util.parseAxisParam(axis, x.shape).sort((p, q) => p - q);
  const [kept, reduced] = backend_util.computeOutAndReduceShapes(x.shape, axes);
  const outShape = keepDims ? backend_util.expandShapeToKeepDim(kept, axes) : kept;
  const first = axes[0] ?? x.shape.length;
  if (axes.some((a, i) => a !== first + i)) {
    // The kernel reduces neighbouring axes: bring them to the end.
    const order = x.shape.map((_, i) => i);
    const perm = [...order.filter((i) => !axes.includes(i)), ...axes];
    const moved = context.stock('Transpose', { x }, { perm });
    const y = reduce(moved, { axis: axes.map((_, i) => kept.length + i), keepDims: false }, kind, context);
    context.release(moved);
    return { ...y, shape: outShape };
  }
  const outer = util.sizeFromShape(x.shape.slice(0, first));
  const inner = util.sizeFromShape(x.shape.slice(first + axes.length));
  const count = util.sizeFromShape(reduced);
  const y = context.output(outShape, 'float32');
  if (outer * inner > 0) {
    context.native.sum(
      context.address(x),
      outer,
      count,
      inner,
      context.address(y),
      kind === 'sum' ? 1 : count,
    );
  }
  return y;
}
