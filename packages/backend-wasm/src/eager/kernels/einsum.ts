import { Einsum, type EinsumAttrs, type TensorInfo, backend_util, util } from '@tensorflow/tfjs-core';
import type { EagerContext } from '../eager-context.js';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';
import { batchMatMul } from './mat-mul.js';
import { sum } from './reduction.js';

/** A tensor that belongs to this computation, and the labels of its axes. */
interface Labelled {
  readonly tensor: TensorInfo;
  readonly labels: readonly number[];
}

/** Sums of products by labelled axes: a batch of matrix products between two transpositions. */
export const einsum: EagerKernel = eagerKernel<Readonly<Record<string, TensorInfo>>, EinsumAttrs>(
  Einsum,
  (inputs, { equation }, context) => {
    const tensors = Object.values(inputs);
    const { allDims, summedDims, idDims } = backend_util.decodeEinsumEquation(equation, tensors.length);
    backend_util.checkEinsumDimSizes(allDims.length, idDims, tensors as never);
    const output = allDims.map((_, label) => label).filter((label) => !summedDims.includes(label));
    const operands = tensors.map((tensor, i) => {
      const labels = idDims[i] ?? [];
      const others = idDims.filter((_, other) => other !== i).flat();
      const kept = labels.filter((label) => output.includes(label) || others.includes(label));
      return sumTo({ tensor: context.share(tensor), labels }, kept, context);
    });
    const [a, b] = operands as [Labelled, Labelled?];
    return arrange(b === undefined ? a : multiply(a, b, output, context), output, context).tensor;
  },
);

/** Sums over the axes whose labels are not kept. */
function sumTo({ tensor, labels }: Labelled, kept: readonly number[], context: EagerContext): Labelled {
  const axis = labels.flatMap((label, i) => (kept.includes(label) ? [] : [i]));
  if (axis.length === 0) return { tensor, labels };
  const reduced = sum.compute({ x: tensor }, { axis, keepDims: false }, context);
  context.release(tensor);
  return { tensor: reduced, labels: kept };
}

function multiply(a: Labelled, b: Labelled, output: readonly number[], context: EagerContext): Labelled {
  const shared = a.labels.filter((label) => b.labels.includes(label));
  const batch = shared.filter((label) => output.includes(label));
  const inner = shared.filter((label) => !output.includes(label));
  const left = a.labels.filter((label) => !shared.includes(label));
  const right = b.labels.filter((label) => !shared.includes(label));
  const first = arrange(a, [...batch, ...left, ...inner], context).tensor;
  const second = arrange(b, [...batch, ...inner, ...right], context).tensor;
  const sizes = (tensor: TensorInfo, from: number, count: number): number[] =>
    tensor.shape.slice(from, from + count);
  const batchShape = sizes(first, 0, batch.length);
  const leftShape = sizes(first, batch.length, left.length);
  const rightShape = sizes(second, batch.length + inner.length, right.length);
  const [count, rows, columns] = [batchShape, leftShape, rightShape].map((shape) =>
    util.sizeFromShape(shape),
  );
  const depth = util.sizeFromShape(sizes(second, batch.length, inner.length));
  const product = batchMatMul.compute(
    {
      a: { ...first, shape: [count, rows, depth] },
      b: { ...second, shape: [count, depth, columns] },
    },
    { transposeA: false, transposeB: false },
    context,
  );
  context.release(first);
  context.release(second);
  const shape = [...batchShape, ...leftShape, ...rightShape];
  return { tensor: { ...product, shape }, labels: [...batch, ...left, ...right] };
}

/** The same with its axes in another order. */
function arrange({ tensor, labels }: Labelled, order: readonly number[], context: EagerContext): Labelled {
  const perm = order.map((label) => labels.indexOf(label));
  if (perm.every((from, to) => from === to)) return { tensor, labels };
  const moved = context.stock('Transpose', { x: tensor }, { perm });
  context.release(tensor);
  return { tensor: moved, labels: order };
}
