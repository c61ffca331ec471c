import type { Operation, Value } from './ir.js';

/** Ops of one operand `x` that compute each element from the one at its place. */
export const unaryOps: ReadonlySet<string> = new Set(
  (
    'Abs Acos Acosh Asin Asinh Atan Atanh Cast Ceil ClipByValue Cos Cosh Elu Erf Exp Expm1 Floor FlushToZero IsFinite ' +
    'IsInf IsNan LeakyRelu Log Log1p LogicalNot Neg Reciprocal Relu Relu6 Round Rsqrt Selu Sigmoid Sign Sin Sinh Softplus Sqrt ' +
    'Square Step Tan Tanh'
  ).split(' '),
);

/** Ops of elements at the same place of operands that are broadcast against each other. */
export const broadcastingOps: ReadonlySet<string> = new Set(
  (
    'Add Atan2 Equal FloorDiv Greater GreaterEqual Less LessEqual LogicalAnd LogicalOr LogicalXor Maximum Minimum Mod ' +
    'Multiply NotEqual Pow RealDiv Select SquaredDifference Sub'
  ).split(' '),
);

/** Ops whose operands may change places without changing a bit of the result. */
export const commutativeOps: ReadonlySet<string> = new Set(
  'Add Equal LogicalAnd LogicalOr LogicalXor Multiply NotEqual SquaredDifference'.split(' '),
);

/** Ops that fold axes into one number, and the name of the attribute that says which. */
export const reductionAxes: Readonly<Record<string, string>> = {
  Sum: 'axis',
  Mean: 'axis',
  Prod: 'axis',
  Max: 'reductionIndices',
  Min: 'axis',
  All: 'axis',
  Any: 'axis',
};

/** Ops that read elements of `x` at other places and compute nothing. */
export const viewOps: ReadonlySet<string> = new Set(['BroadcastTo', 'Reverse', 'Slice', 'Transpose']);

/** Elementwise ops that take less time than reading their result from memory. */
export const cheapOps: ReadonlySet<string> = new Set(
  (
    'Abs Add Cast Ceil ClipByValue Equal Floor FlushToZero Greater GreaterEqual IsNan LeakyRelu Less LessEqual ' +
    'LogicalAnd LogicalNot LogicalOr LogicalXor Maximum Minimum Multiply Neg NotEqual Relu Relu6 Round Select Sign Square ' +
    'SquaredDifference Step Sub'
  ).split(' '),
);

/** Reductions that a `Fused` operation may hold. */
export const fusedReductions: ReadonlySet<string> = new Set(['Max', 'Mean', 'Min', 'Prod', 'Sum']);

/** Whether the op computes each element of its result from elements at the same place of its operands. */
export function isElementwise(op: string): boolean {
  return unaryOps.has(op) || broadcastingOps.has(op) || op === 'EluGrad';
}

/**
 * Whether an operation is elementwise and may be part of a loop: its operands are broadcast to its result, and are
 * numbers. A `Select` whose condition chooses rows is not.
 */
export function isLoopable(
  { op, inputs, outputs }: Operation,
  valueOf: (id: number) => Value | undefined,
): boolean {
  const [result] = outputs;
  if (!isElementwise(op) || result === undefined) return false;
  const choosesRows = op === 'Select' && valueOf(inputs['condition'] as number)?.shape.length === 1;
  if (choosesRows && result.shape.length > 1) return false;
  return [...Object.values(inputs).map(valueOf), result].every(
    (value) => value !== undefined && value.dtype !== 'string' && isBroadcast(value.shape, result.shape),
  );
}

/** Whether a shape is broadcast to another without changing that. */
export function isBroadcast(own: readonly number[], shape: readonly number[]): boolean {
  const skip = shape.length - own.length;
  return skip >= 0 && own.every((size, axis) => size === 1 || size === shape[axis + skip]);
}

/** Products of matrices. */
export const productOps: ReadonlySet<string> = new Set(['BatchMatMul', '_FusedMatMul']);
