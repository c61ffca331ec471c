import { at, broadcastReader, makeBuffer, unravel } from './buffer.js';
import { erf } from './erf.js';
import { type Kernel, attr, operand, resultShape } from './kernel.js';

const unary =
  (compute: (x: number) => number): Kernel =>
  (inputs, _, outputs) => {
    const x = operand(inputs, 'x');
    return [makeBuffer(resultShape(outputs), (i) => compute(at(x, i)))];
  };

const binary =
  (compute: (a: number, b: number) => number, integer?: (a: number, b: number) => number): Kernel =>
  (inputs, _, outputs) => {
    const shape = resultShape(outputs);
    const a = broadcastReader(operand(inputs, 'a'), shape);
    const b = broadcastReader(operand(inputs, 'b'), shape);
    const run = outputs[0]?.dtype === 'int32' && integer !== undefined ? integer : compute;
    return [makeBuffer(shape, (i) => run(a(i), b(i)))];
  };

type Reader = (index: number) => number;
type Readers = [Reader, Reader, Reader];

const test = (holds: (a: number, b: number) => boolean): Kernel => binary((a, b) => Number(holds(a, b)));

/** Keeps NaN. */
export const relu = (x: number): number => Math.max(x, 0);

/** Halves to the even neighbour, as IEEE and TensorFlow round. */
function roundToEven(x: number): number {
  const below = Math.floor(x);
  const rest = x - below;
  return rest < 0.5 || (rest === 0.5 && below % 2 === 0) ? below : below + 1;
}

/** Values of the exponential linear units: Klambauer et al., 2017. */
const seluScale = 1.0507009873554805;
const seluAlpha = 1.6732632423543772;

export const elementwise: Readonly<Record<string, Kernel>> = {
  Abs: unary(Math.abs),
  Acos: unary(Math.acos),
  Acosh: unary(Math.acosh),
  Asin: unary(Math.asin),
  Asinh: unary(Math.asinh),
  Atan: unary(Math.atan),
  Atanh: unary(Math.atanh),
  Ceil: unary(Math.ceil),
  Cos: unary(Math.cos),
  Cosh: unary(Math.cosh),
  Elu: unary((x) => (x >= 0 ? x : Math.expm1(x))),
  Erf: unary(erf),
  Exp: unary(Math.exp),
  Expm1: unary(Math.expm1),
  Floor: unary(Math.floor),
  Identity: unary((x) => x),
  IsFinite: unary((x) => Number(Number.isFinite(x))),
  IsInf: unary((x) => Number(Math.abs(x) === Infinity)),
  IsNan: unary((x) => Number(Number.isNaN(x))),
  Log: unary(Math.log),
  Log1p: unary(Math.log1p),
  LogicalNot: unary((x) => Number(x === 0)),
  Neg: unary((x) => -x),
  OnesLike: unary(() => 1),
  Reciprocal: unary((x) => 1 / x),
  Relu: unary(relu),
  Relu6: unary((x) => Math.min(relu(x), 6)),
  Reshape: unary((x) => x),
  Round: unary(roundToEven),
  Rsqrt: unary((x) => 1 / Math.sqrt(x)),
  Selu: unary((x) => seluScale * (x >= 0 ? x : seluAlpha * Math.expm1(x))),
  Sigmoid: unary((x) => 1 / (1 + Math.exp(-x))),
  Sign: unary(Math.sign),
  Sin: unary(Math.sin),
  Sinh: unary(Math.sinh),
  Softplus: unary((x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))),
  Sqrt: unary(Math.sqrt),
  Square: unary((x) => x * x),
  Tan: unary(Math.tan),
  Tanh: unary(Math.tanh),
  ZerosLike: unary(() => 0),

  Add: binary((a, b) => a + b),
  Atan2: binary(Math.atan2),
  FloorDiv: binary((a, b) => Math.floor(a / b)),
  LogicalAnd: test((a, b) => a !== 0 && b !== 0),
  LogicalOr: test((a, b) => a !== 0 || b !== 0),
  LogicalXor: test((a, b) => (a !== 0) !== (b !== 0)),
  Maximum: binary(Math.max),
  Minimum: binary(Math.min),
  // The sign of the divisor, as in Python.
  Mod: binary((a, b) => (a % b !== 0 && a < 0 !== b < 0 ? (a % b) + b : a % b)),
  Multiply: binary((a, b) => a * b),
  Pow: binary((a, b) => a ** b),
  RealDiv: binary(
    (a, b) => a / b,
    (a, b) => Math.trunc(a / b),
  ),
  SquaredDifference: binary((a, b) => (a - b) ** 2),
  Sub: binary((a, b) => a - b),
  Equal: test((a, b) => a === b),
  Greater: test((a, b) => a > b),
  GreaterEqual: test((a, b) => a >= b),
  Less: test((a, b) => a < b),
  LessEqual: test((a, b) => a <= b),
  NotEqual: test((a, b) => a !== b),

  Cast: (inputs, attrs, outputs) => {
    const to: string = attr(attrs, 'dtype');
    const convert = (x: number): number =>
      to === 'bool' ? Number(x !== 0) : to === 'int32' ? Math.trunc(x) : x;
    return [makeBuffer(resultShape(outputs), (i) => convert(at(operand(inputs, 'x'), i)))];
  },
  ClipByValue: (inputs, attrs, outputs) => {
    const [min, max] = [attr(attrs, 'clipValueMin'), attr(attrs, 'clipValueMax')] as [number, number];
    return [
      makeBuffer(resultShape(outputs), (i) => Math.min(Math.max(at(operand(inputs, 'x'), i), min), max)),
    ];
  },
  EluGrad: (inputs, _, outputs) => [
    makeBuffer(resultShape(outputs), (i) => {
      const y = at(operand(inputs, 'y'), i);
      return at(operand(inputs, 'dy'), i) * (y >= 0 ? 1 : y + 1);
    }),
  ],
  FlushToZero: (inputs, attrs, outputs) => {
    const least: number = attr(attrs, 'least');
    return [
      makeBuffer(resultShape(outputs), (i) => {
        const x = at(operand(inputs, 'x'), i);
        return Math.abs(x) < least ? 0 : x;
      }),
    ];
  },
  LeakyRelu: (inputs, attrs, outputs) => {
    const slope: number = attr(attrs, 'alpha');
    return [
      makeBuffer(
        resultShape(outputs),
        (i) => at(operand(inputs, 'x'), i) * (at(operand(inputs, 'x'), i) > 0 ? 1 : slope),
      ),
    ];
  },
  Step: (inputs, attrs, outputs) => {
    const below: number = attr<number | undefined>(attrs, 'alpha') ?? 0;
    const x = operand(inputs, 'x');
    const step = (value: number): number => (Number.isNaN(value) ? NaN : value > 0 ? 1 : below);
    return [makeBuffer(resultShape(outputs), (i) => step(at(x, i)))];
  },
  Select: (inputs, _, outputs) => {
    const shape = resultShape(outputs);
    const [condition, yes, no] = [operand(inputs, 'condition'), operand(inputs, 't'), operand(inputs, 'e')];
    const [chosen, fromYes, fromNo] = [condition, yes, no].map((x) => broadcastReader(x, shape)) as Readers;
    // A condition of one axis chooses whole rows.
    const rows = condition.shape.length === 1 && shape.length > 1;
    const holds = rows ? (i: number) => at(condition, unravel(i, shape)[0] ?? 0) : chosen;
    return [makeBuffer(shape, (i) => (holds(i) !== 0 ? fromYes(i) : fromNo(i)))];
  },
};
