import type { Operation, Value } from '@myelin/compiler';
import { TraceError, shapeSize, stridesOf } from '@myelin/core';
import { writeRange } from '../loops/work-range.js';
import { type Lower, type Lowering, alone, callKernel, operandOf, resultOf, together } from './lowering.js';
import { type SmallProduct, isSmallProduct, writeSmallProduct } from './small-products.js';

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
  if (operation.op === 'PermutedMatMul') return undefined;
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

/** Matrices as they lie in memory: the axes in the order in which a product takes them. */
interface Matrices {
  readonly sizes: readonly number[];
  readonly strides: readonly number[];
}

function matricesOf(shape: readonly number[], perm: readonly number[]): Matrices {
  const strides = stridesOf(shape);
  const inOrder = (list: readonly number[]): number[] => perm.map((axis) => list[axis] ?? 1);
  return { sizes: inOrder(shape), strides: inOrder(strides) };
}

/** The fields of `ProductGeometry` in assembly/products.ts. */
function geometry({ inputs, attrs, outputs }: Operation, lowering: Lowering): number[] {
  const transposeA = attrs['transposeA'] === true;
  const transposeB = attrs['transposeB'] === true;
  const inPlace = (shape: readonly number[]): number[] => shape.map((_, axis) => axis);
  const factor = (name: 'A' | 'B'): Matrices => {
    const { shape } = lowering.valueOf(inputs[name.toLowerCase()] as number);
    return matricesOf(shape, (attrs[`perm${name}`] as number[] | undefined) ?? inPlace(shape));
  };
  const [a, b] = [factor('A'), factor('B')];
  const shape = outputs[0]?.shape ?? [];
  const perm = (attrs['permResult'] as number[] | undefined) ?? inPlace(shape);
  // What is written by an order of axes is read by the opposite one.
  const c = matricesOf(
    shape,
    perm.map((_, axis) => perm.indexOf(axis)),
  );
  const [rowsA = 1, columnsA = 1] = a.sizes.slice(-2);
  const [rows = 1, columns = 1] = c.sizes.slice(-2);
  // Along axes of size 1 nobody steps.
  const whole = c.sizes.slice(0, -2);
  const isLong = (_: number, axis: number): boolean => whole[axis] !== 1;
  const batch = whole.filter(isLong);
  const steps = [a, b, c].map((matrices) => batchSteps(matrices, whole).filter(isLong));
  const split = splitOf(batch, steps);
  const outer = shapeSize(batch.slice(0, split));
  const inner = shapeSize(batch.slice(split));
  const rowOf = ({ strides }: Matrices): number => strides.at(-2) ?? 0;
  return [
    ...[Number(transposeA), Number(transposeB), rows, columns, transposeA ? rowsA : columnsA],
    ...[rowOf(a), rowOf(b), rowOf(c), outer, inner],
    ...steps.flatMap((own) => [
      split > 0 ? (own[split - 1] ?? 0) : 0,
      batch.length > split ? (own.at(-1) ?? 0) : 0,
    ]),
  ];
}

/** Floats from one index to the next along each axis of the batch; 0 where all share one matrix. */
function batchSteps({ sizes, strides }: Matrices, batch: readonly number[]): number[] {
  const skip = batch.length - (sizes.length - 2);
  return batch.map((_, axis) => ((sizes[axis - skip] ?? 1) === 1 ? 0 : (strides[axis - skip] ?? 0)));
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
