/** Ops of one operand `x` that compute each element from the one at its place. */
export const unaryOps: ReadonlySet<string> = new Set(
  (
    'Abs Acos Acosh Asin Asinh Atan Atanh Cast Ceil ClipByValue Cos Cosh Elu Erf Exp Expm1 Floor IsFinite IsInf IsNan ' +
    'LeakyRelu Log Log1p LogicalNot Neg Reciprocal Relu Relu6 Round Rsqrt Selu Sigmoid Sign Sin Sinh Softplus Sqrt ' +
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

/** Whether the op computes each element of its result from elements at the same place of its operands. */
export function isElementwise(op: string): boolean {
  return unaryOps.has(op) || broadcastingOps.has(op) || op === 'EluGrad';
}
