import type { Operation, Value } from '@myelin/compiler';
import { TraceError, shapeSize } from '@myelin/core';
import { writeRange } from '../loops/work-range.js';
import { type Lower, type Lowering, alone, callKernel, operandOf, resultOf, together } from './lowering.js';
import { type SmallProduct, isSmallProduct, writeSmallProduct } from './small-products.js';

/** Floats from one matrix to the next, in two levels. */
interface Batch {
  readonly outer: number;
  readonly inner: number;
}

/** Products of matrices, with a bias and a relu where there are any. */
export const product: Lower = (operation, lowering) => {
  const { attrs, inputs } = operation;
  const a = operandOf(operation, 'a');
  const b = operandOf(operation, 'b');
  const result = resultOf(operation);
  const small = smallProduct(operation, lowering);
  if (small !== undefined) {
    return [
      alone((code) => {
        writeSmallProduct(code, small);
      }),
    ];
  }
  const words = geometry(operation, lowering);
  const table = lowering.table(words);
  const units = lowering.kernels.productUnits(table);
  const bias = inputs['bias'];
  return [
    together((code) => {
      const { first, last } = writeRange(code, units);
      callKernel(code, lowering, 'products', [
        table,
        lowering.address(a),
        lowering.address(b),
        lowering.address(result.id),
        bias === undefined ? 0 : lowering.address(bias),
        0,
        { float: lowestOf(attrs) },
        { local: first },
        { local: last },
      ]);
    }),
  ];
};

/** The operation if it is of two matrices so small that the program computes it itself. */
function smallProduct(operation: Operation, lowering: Lowering): SmallProduct | undefined {
  const [a, b] = ['a', 'b'].map((name) => lowering.valueOf(operandOf(operation, name))) as [Value, Value];
  const { shape, id } = resultOf(operation);
  const { transposeA, transposeB, ...attrs } = operation.attrs;
  const [rows = 1, columns = 1] = shape.slice(-2);
  const matrix = ({ shape: own, id: value }: Value, transposed: unknown): SmallProduct['a'] => {
    const width = own.at(-1) ?? 1;
    const address = lowering.address(value);
    return transposed === true ? { address, row: 1, column: width } : { address, row: width, column: 1 };
  };
  const depth = (transposeA === true ? a.shape.at(-2) : a.shape.at(-1)) ?? 1;
  const isBatch = [a.shape, b.shape, shape].some((own) => shapeSize(own.slice(0, -2)) > 1);
  if (isBatch || !isSmallProduct({ rows, columns, depth })) return undefined;
  const bias = operation.inputs['bias'];
  return {
    ...{ rows, columns, depth },
    a: matrix(a, transposeA),
    b: matrix(b, transposeB),
    c: lowering.address(id),
    bias: bias === undefined ? undefined : lowering.address(bias),
    low: lowestOf(attrs),
  };
}

/** The bound below which an activation cuts. */
export function lowestOf(attrs: Readonly<Record<string, unknown>>): number {
  const activation = attrs['activation'] ?? 'linear';
  if (activation === 'relu') return 0;
  if (activation === 'linear') return -Infinity;
  throw new TraceError({ who: 'wasm', expected: 'relu or no activation', got: JSON.stringify(activation) });
}

/** The fields of `ProductGeometry` in assembly/products.ts. */
function geometry(operation: Operation, lowering: Lowering): number[] {
  const transposeA = operation.attrs['transposeA'] === true;
  const transposeB = operation.attrs['transposeB'] === true;
  const a = lowering.valueOf(operandOf(operation, 'a')).shape;
  const b = lowering.valueOf(operandOf(operation, 'b')).shape;
  const c = resultOf(operation).shape;
  const [rowsA = 1, columnsA = 1] = a.slice(-2);
  const columnsB = b.at(-1) ?? 1;
  const [rows = 1, columns = 1] = c.slice(-2);
  const batch = c.slice(0, -2);
  const stepsA = batchSteps(a, batch);
  const stepsB = batchSteps(b, batch);
  const split = splitOf(batch, [stepsA, stepsB]);
  const levels = (steps: readonly number[], size: number): Batch => ({
    outer: batch.length > 0 && split > 0 ? (steps[split - 1] ?? 0) * size : 0,
    inner: batch.length > split ? (steps.at(-1) ?? 0) * size : 0,
  });
  const [ofA, ofB] = [levels(stepsA, rowsA * columnsA), levels(stepsB, shapeSize(b.slice(-2)))];
  const inner = shapeSize(batch.slice(split));
  return [
    ...[Number(transposeA), Number(transposeB), rows, columns, transposeA ? rowsA : columnsA],
    ...[columnsA, columnsB, columns],
    ...[shapeSize(batch.slice(0, split)), inner],
    ...[ofA.outer, ofA.inner, ofB.outer, ofB.inner, inner * rows * columns, rows * columns],
  ];
}

/** Matrices from one index to the next along each axis of the batch; 0 where all share one. */
function batchSteps(shape: readonly number[], batch: readonly number[]): number[] {
  const own = shape.slice(0, -2);
  const skip = batch.length - own.length;
  return batch.map((_, axis) => {
    const size = own[axis - skip];
    return size === undefined || size === 1 ? 0 : shapeSize(own.slice(axis - skip + 1));
  });
}

/** After how many axes the inner level begins: both levels must have one stride for all their axes. */
function splitOf(batch: readonly number[], operands: readonly (readonly number[])[]): number {
  const runsOn = (from: number, to: number): boolean =>
    operands.every((steps) =>
      batch
        .slice(from, to - 1)
        .every((_, i) => steps[from + i] === (steps[from + i + 1] ?? 0) * (batch[from + i + 1] ?? 1)),
    );
  for (let split = 0; split <= batch.length; split++) {
    if (runsOn(0, split) && runsOn(split, batch.length)) return split;
  }
  throw new TraceError({
    who: 'wasm',
    expected: 'products whose batches broadcast in at most two groups of axes',
    got: `batches of shape [${batch.join()}]`,
  });
}
