import { NdArray, Variable } from '@myelin/core';
import { type StaticSpec, applyKernelRule } from '@myelin/ops';
import fc from 'fast-check';
import type { Leaf, Operation, Program, Value } from '../ir.js';

/** A choice of an operation: numbers that pick its op, its operands and its attributes from what there is. */
type Choice = readonly [op: number, first: number, second: number, third: number];

type Attrs = Readonly<Record<string, unknown>>;
type Inputs = Readonly<Record<string, Value>>;

/** What an op takes of the values so far; the last number is for its attributes. */
type Maker = (a: Value, b: Value, number: number) => [op: string, inputs: Inputs, attrs?: Attrs];

const unary = (op: string, attrs: Attrs = {}): Maker => {
  return (x) => [op, { x }, attrs];
};
const binary = (op: string): Maker => {
  return (a, b) => [op, { a, b }];
};

const pick = <T>(list: readonly T[], number: number): T => list[number % list.length] as T;

/** Some of the axes, by the bits of a number. */
const axesOf = ({ shape }: Value, number: number): number[] =>
  shape.flatMap((_, axis) => ((number >> axis) % 2 === 1 ? [axis] : []));

const reduction = (op: string, name = 'axis'): Maker => {
  return (x, _, number) => [op, { x }, { [name]: axesOf(x, number), keepDims: number % 3 === 0 }];
};

function permutation({ shape }: Value, number: number): number[] {
  const axes = shape.map((_, axis) => axis);
  return number % 2 === 0 ? axes.reverse() : [...axes.slice(1), ...axes.slice(0, 1)];
}

function reshaped({ shape }: Value, number: number): number[] {
  const size = sizeOf(shape);
  return pick([[size], [...shape, 1], [1, ...shape], [size, 1], shape.filter((axis) => axis > 1)], number);
}

const makers: readonly Maker[] = [
  ...['Neg', 'Relu', 'Abs', 'Square', 'Tanh', 'Sigmoid', 'Exp', 'Identity', 'ZerosLike', 'OnesLike'].map(
    (op) => unary(op),
  ),
  unary('Step', { alpha: 0 }),
  unary('Cast', { dtype: 'float32' }),
  unary('Cast', { dtype: 'bool' }),
  unary('ClipByValue', { clipValueMin: -1, clipValueMax: 0.5 }),
  ...['Add', 'Sub', 'Multiply', 'RealDiv', 'Maximum', 'Greater', 'Equal'].map(binary),
  (a, b, number) => ['Select', { condition: { ...a, dtype: 'bool' }, t: b, e: number % 2 === 0 ? a : b }],
  ...['Sum', 'Mean', 'Min', 'Prod'].map((op) => reduction(op)),
  reduction('Max', 'reductionIndices'),
  (x, _, number) => ['Transpose', { x }, { perm: permutation(x, number) }],
  (x, _, number) => ['Reshape', { x }, { shape: reshaped(x, number) }],
  (x, b) => ['BroadcastTo', { x }, { shape: b.shape }],
  (x, _, number) => ['Tile', { x }, { reps: x.shape.map((size) => (size === 1 ? 1 + (number % 3) : 1)) }],
  (x, _, number) => [
    'Slice',
    { x },
    { begin: x.shape.map(() => 0), size: x.shape.map((size) => 1 + (number % size)) },
  ],
  (x, _, number) => ['Reverse', { x }, { dims: axesOf(x, number) }],
  (a, b, number) => ['BatchMatMul', { a, b }, { transposeA: number % 2 === 1, transposeB: number % 4 > 1 }],
  (a, b) => ['Concat', { 0: a, 1: b }, { axis: 0 }],
  (a) => ['Pack', { 0: a }, { axis: 0 }],
  (input) => ['ExpandDims', { input }, { dim: 0 }],
  (logits) => ['Softmax', { logits }, { dim: -1 }],
];

const variable = new Variable(NdArray.zeros([2, 3]), { name: 'w', path: 'layer/w' });
const other = new Variable(NdArray.zeros([2, 3]), { name: 'v', path: 'layer/v' });

const float = (id: number, shape: readonly number[]): Value => ({ id, shape, dtype: 'float32' });

/** Constants whose products and sums are exact. */
const leaves: readonly Leaf[] = [
  { kind: 'input', index: 0, value: float(0, [2, 3]) },
  { kind: 'input', index: 1, value: float(1, [3]) },
  { kind: 'input', index: 2, value: float(2, [2, 1]) },
  { kind: 'input', index: 3, value: float(3, [3, 2, 3]) },
  { kind: 'state', variable, value: float(4, [2, 3]) },
  { kind: 'state', variable: other, value: float(5, [2, 3]) },
  { kind: 'const', data: Float32Array.of(1), value: float(6, []) },
  { kind: 'const', data: Float32Array.of(-0), value: float(7, []) },
  { kind: 'const', data: new Float32Array(6).fill(0), value: float(8, [2, 3]) },
  { kind: 'const', data: new Float32Array(6).fill(2), value: float(9, [2, 3]) },
  { kind: 'const', data: Float32Array.of(0.5, -1, 4), value: float(10, [3]) },
];

/** Programs over the inputs of {@link randomInputs}; choices that do not fit are left out. */
export const randomPrograms: fc.Arbitrary<Program> = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999), fc.nat(999)), {
      minLength: 1,
      maxLength: 60,
      size: 'max',
    }),
    fc.array(fc.nat(99), { minLength: 1, maxLength: 4 }),
  )
  .map(([choices, outputs]) => build(choices, outputs));

function build(choices: readonly Choice[], outputs: readonly number[]): Program {
  const values = leaves.map(({ value }) => value);
  const operations: Operation[] = [];
  for (const [op, first, next, number] of choices) {
    // Values that were computed late are taken more often, so that chains become long.
    const late = (place: number): Value =>
      values[values.length - 1 - (place % Math.min(values.length, 9))] as Value;
    const second = next % 2 === 0 ? late(next >> 1) : pick(values, next >> 1);
    const tried = [0, 1, 2].map((more) => pick(makers, op + 7 * more)(late(first), second, number));
    const made = tried
      .map((choice) => operationOf(choice, values.length))
      .find((found) => found !== undefined);
    if (made === undefined) continue;
    operations.push(made);
    values.push(...made.outputs);
  }
  const fits = values.filter(({ shape, dtype }) => dtype === 'float32' && shape.join() === '2,3');
  return {
    name: 'random',
    leaves,
    operations,
    outputs: outputs.map((number) => values[values.length - 1 - (number % 12)]?.id ?? 0),
    updates: [
      { variable, value: fits.at(-1)?.id ?? 0 },
      { variable: other, value: fits.at(-2)?.id ?? 0 },
    ],
  };
}

/** The operation, if its kernel takes such operands and its result is small. */
function operationOf([op, inputs, attrs = {}]: ReturnType<Maker>, id: number): Operation | undefined {
  if (op === 'Select' && inputs['condition']?.shape.join() !== inputs['t']?.shape.join()) return undefined;
  const isArithmetic = !['Cast', 'Select', 'Identity', 'Equal', 'Greater'].includes(op);
  if (isArithmetic && Object.values(inputs).some(({ dtype }) => dtype !== 'float32')) return undefined;
  const ruled = ruleOf(op, inputs, attrs);
  const isSmall = ruled !== undefined && ruled.shape.length <= 4 && sizeOf(ruled.shape) <= 64;
  if (!isSmall || !fitsKernel(op, inputs, ruled.shape)) return undefined;
  const operands = Object.entries(inputs).map(([key, value]): [string, number] => [key, value.id]);
  return { op, inputs: Object.fromEntries(operands), attrs, outputs: [{ id, ...ruled }] };
}

function ruleOf(op: string, inputs: Inputs, attrs: Attrs): Omit<Value, 'id'> | undefined {
  const specs = Object.entries(inputs).map(([key, { shape, dtype }]): [string, StaticSpec] => {
    return [key, { shape: [...shape], dtype }];
  });
  try {
    const [spec] = [applyKernelRule(op, Object.fromEntries(specs), attrs)].flat();
    return spec as Omit<Value, 'id'>;
  } catch {
    return undefined;
  }
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, axis) => product * axis, 1);

/** What rules take for granted because tfjs-core's ops have checked it. */
function fitsKernel(op: string, { x, a, b, logits }: Inputs, shape: readonly number[]): boolean {
  if (op === 'BatchMatMul')
    return (
      a?.shape.length === b?.shape.length &&
      (a?.shape.length ?? 0) >= 2 &&
      a?.shape.slice(0, -2).join() === b?.shape.slice(0, -2).join()
    );
  if (op === 'Softmax') return (logits?.shape.length ?? 0) > 0;
  if (op !== 'BroadcastTo') return true;
  const own = x?.shape ?? [];
  return (
    own.length <= shape.length &&
    own.every((size, i) => size === 1 || size === shape[i + shape.length - own.length])
  );
}

/** Values of the inputs and of the state. */
export function randomInputs(
  program: Program,
  next: () => number,
): { inputs: NdArray[]; state: Map<Variable, NdArray> } {
  const draw = (shape: readonly number[]): NdArray => {
    const size = shape.reduce((product, axis) => product * axis, 1);
    return new NdArray(
      Float64Array.from({ length: size }, () => next() * 4 - 2),
      shape,
    );
  };
  const inputs = leaves.flatMap((leaf) => (leaf.kind === 'input' ? [draw(leaf.value.shape)] : []));
  const variables = program.updates.map((update) => update.variable);
  return { inputs, state: new Map(variables.map((v) => [v, draw(v.shape)])) };
}
