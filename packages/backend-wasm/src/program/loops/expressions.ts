import type { Operation } from '@myelin/compiler';
import type { TensorDType } from '@myelin/core';
import type { FunctionBuilder } from '../assembler/function-builder.js';
import type { simd } from '../assembler/opcodes.js';

/** What an expression needs from the function that it stands in. */
interface Lanes {
  readonly code: FunctionBuilder;
  /** Puts four lanes of an operand on the stack. */
  readonly operand: (name: string) => void;
  /** Puts four equal lanes on the stack. */
  readonly number: (value: number) => void;
  /** Calls a function of the kernels on vectors. */
  readonly call: (name: string, operands: 1 | 2) => void;
}

/** Writes the code of one elementwise operation; booleans are masks of all ones or none. */
type Expression = (lanes: Lanes, attrs: Readonly<Record<string, unknown>>) => void;
type Instruction = keyof typeof simd;

const unary =
  (...names: readonly Instruction[]): Expression =>
  ({ code, operand }) => {
    operand('x');
    for (const name of names) code.simd(name);
  };
const binary =
  (name: Instruction): Expression =>
  ({ code, operand }) => {
    operand('a');
    operand('b');
    code.simd(name);
  };
const called =
  (name: string): Expression =>
  ({ operand, call }) => {
    operand('x');
    call(name, 1);
  };
const calledOnTwo =
  (name: string): Expression =>
  ({ operand, call }) => {
    operand('a');
    operand('b');
    call(name, 2);
  };
const constant =
  (value: number): Expression =>
  ({ number }) => {
    number(value);
  };

/** Klambauer et al., 2017, equation 14. */
const seluScale = 1.0507009873554805;
const seluAlpha = 1.6732632423543772;

/** `x` where it is positive, otherwise `scale · (eˣ - 1)`. */
const exponentialUnit =
  (positive: number, negative: number): Expression =>
  ({ code, operand, number, call }) => {
    operand('x');
    number(positive);
    code.simd('f32x4.mul');
    operand('x');
    call('expm1Lanes', 1);
    number(negative);
    code.simd('f32x4.mul');
    operand('x');
    number(0);
    code.simd('f32x4.ge').simd('v128.bitselect');
  };

const select: Expression = ({ code, operand }) => {
  operand('t');
  operand('e');
  operand('condition');
  code.simd('v128.bitselect');
};

const onFloats: Readonly<Record<string, Expression>> = {
  Abs: unary('f32x4.abs'),
  Acos: called('acosLanes'),
  Acosh: called('acoshLanes'),
  Asin: called('asinLanes'),
  Asinh: called('asinhLanes'),
  Atan: called('atanLanes'),
  Atanh: called('atanhLanes'),
  Ceil: unary('f32x4.ceil'),
  Cos: called('cosLanes'),
  Cosh: called('coshLanes'),
  Elu: exponentialUnit(1, 1),
  Erf: called('erfLanes'),
  Exp: called('expLanes'),
  ExpOfNegative: called('expFlushedLanes'),
  Expm1: called('expm1Lanes'),
  Floor: unary('f32x4.floor'),
  FlushToZero: ({ code, operand, number }, { least }) => {
    // NaN is not less.
    operand('x');
    operand('x');
    code.simd('f32x4.abs');
    number(Number(least));
    code.simd('f32x4.lt').simd('v128.andnot');
  },
  Identity: unary(),
  IsNan: ({ code, operand }) => {
    operand('x');
    operand('x');
    code.simd('f32x4.ne');
  },
  IsInf: ({ code, operand, number }) => {
    operand('x');
    code.simd('f32x4.abs');
    number(Infinity);
    code.simd('f32x4.eq');
  },
  IsFinite: ({ code, operand, number }) => {
    operand('x');
    code.simd('f32x4.abs');
    number(Infinity);
    code.simd('f32x4.lt');
  },
  Log: called('logLanes'),
  Log1p: called('log1pLanes'),
  Neg: unary('f32x4.neg'),
  OnesLike: constant(1),
  Reciprocal: ({ code, operand, number }) => {
    number(1);
    operand('x');
    code.simd('f32x4.div');
  },
  Relu: ({ code, operand, number }) => {
    operand('x');
    number(0);
    code.simd('f32x4.max');
  },
  Relu6: ({ code, operand, number }) => {
    operand('x');
    number(0);
    code.simd('f32x4.max');
    number(6);
    code.simd('f32x4.min');
  },
  Round: unary('f32x4.nearest'),
  Rsqrt: called('rsqrtLanes'),
  Selu: exponentialUnit(seluScale, seluScale * seluAlpha),
  Sigmoid: called('sigmoidLanes'),
  Sin: called('sinLanes'),
  Sinh: called('sinhLanes'),
  Softplus: called('softplusLanes'),
  Sqrt: unary('f32x4.sqrt'),
  Square: ({ code, operand }) => {
    operand('x');
    operand('x');
    code.simd('f32x4.mul');
  },
  Tan: called('tanLanes'),
  Tanh: called('tanhLanes'),
  ZerosLike: constant(0),
  Sign: ({ code, operand, number }) => {
    // 1 or -1 by the sign where x is not 0; otherwise x, which keeps NaN and -0.
    number(1);
    number(-1);
    operand('x');
    number(0);
    code.simd('f32x4.gt').simd('v128.bitselect');
    operand('x');
    operand('x');
    number(0);
    code.simd('f32x4.lt');
    operand('x');
    number(0);
    code.simd('f32x4.gt').simd('v128.or').simd('v128.bitselect');
  },
  Step: ({ code, operand, number }, { alpha }) => {
    // 1 where x is positive, NaN where it is NaN, otherwise alpha.
    number(1);
    number(Number(alpha ?? 0));
    operand('x');
    number(0);
    code.simd('f32x4.gt').simd('v128.bitselect');
    operand('x');
    operand('x');
    operand('x');
    code.simd('f32x4.eq').simd('v128.bitselect');
  },
  LeakyRelu: ({ code, operand, number }, { alpha }) => {
    operand('x');
    operand('x');
    number(Number(alpha));
    code.simd('f32x4.mul');
    operand('x');
    number(0);
    code.simd('f32x4.gt').simd('v128.bitselect');
  },
  ClipByValue: ({ code, operand, number }, { clipValueMin, clipValueMax }) => {
    operand('x');
    number(Number(clipValueMin));
    code.simd('f32x4.max');
    number(Number(clipValueMax));
    code.simd('f32x4.min');
  },
  EluGrad: ({ code, operand, number }) => {
    operand('dy');
    number(1);
    operand('y');
    number(1);
    code.simd('f32x4.add');
    operand('y');
    number(0);
    code.simd('f32x4.ge').simd('v128.bitselect').simd('f32x4.mul');
  },

  Add: binary('f32x4.add'),
  Atan2: calledOnTwo('atan2Lanes'),
  FloorDiv: calledOnTwo('floorDivideLanes'),
  Maximum: binary('f32x4.max'),
  Minimum: binary('f32x4.min'),
  Mod: calledOnTwo('modLanes'),
  Multiply: binary('f32x4.mul'),
  Pow: calledOnTwo('powLanes'),
  RealDiv: binary('f32x4.div'),
  SquaredDifference: ({ code, operand }) => {
    for (let i = 0; i < 2; i++) {
      operand('a');
      operand('b');
      code.simd('f32x4.sub');
    }
    code.simd('f32x4.mul');
  },
  Sub: binary('f32x4.sub'),
  Equal: binary('f32x4.eq'),
  Greater: binary('f32x4.gt'),
  GreaterEqual: binary('f32x4.ge'),
  Less: binary('f32x4.lt'),
  LessEqual: binary('f32x4.le'),
  NotEqual: binary('f32x4.ne'),
  Select: select,
};

const onIntegers: Readonly<Record<string, Expression>> = {
  Abs: unary('i32x4.abs'),
  Identity: unary(),
  Neg: unary('i32x4.neg'),
  OnesLike: constant(1),
  Square: ({ code, operand }) => {
    operand('x');
    operand('x');
    code.simd('i32x4.mul');
  },
  ZerosLike: constant(0),
  Add: binary('i32x4.add'),
  FloorDiv: calledOnTwo('floorDivideIntLanes'),
  Maximum: binary('i32x4.max_s'),
  Minimum: binary('i32x4.min_s'),
  Mod: calledOnTwo('modIntLanes'),
  Multiply: binary('i32x4.mul'),
  Sub: binary('i32x4.sub'),
  Equal: binary('i32x4.eq'),
  Greater: binary('i32x4.gt_s'),
  GreaterEqual: binary('i32x4.ge_s'),
  Less: binary('i32x4.lt_s'),
  LessEqual: binary('i32x4.le_s'),
  NotEqual: binary('i32x4.ne'),
  Select: select,
};

const onBooleans: Readonly<Record<string, Expression>> = {
  Identity: unary(),
  LogicalNot: unary('v128.not'),
  LogicalAnd: binary('v128.and'),
  LogicalOr: binary('v128.or'),
  LogicalXor: binary('v128.xor'),
  NotEqual: binary('v128.xor'),
  Equal: ({ code, operand }) => {
    operand('a');
    operand('b');
    code.simd('v128.xor').simd('v128.not');
  },
  Select: select,
};

const casts: Readonly<Record<string, Expression>> = {
  'float32 int32': unary('i32x4.trunc_sat_f32x4_s'),
  'int32 float32': unary('f32x4.convert_i32x4_s'),
  'float32 bool': ({ code, operand, number }) => {
    operand('x');
    number(0);
    code.simd('f32x4.ne');
  },
  'int32 bool': ({ code, operand }) => {
    operand('x');
    code.i32(0).simd('i32x4.splat').simd('i32x4.ne');
  },
  'bool float32': ({ code, operand }) => {
    operand('x');
    code.f32(1).simd('f32x4.splat').simd('v128.and');
  },
  'bool int32': ({ code, operand }) => {
    operand('x');
    code.i32(1).simd('i32x4.splat').simd('v128.and');
  },
};

/**
 * The code of an operation on operands of a type; undefined where there is none.
 *
 * @param dtype - of the values that it computes with: those of a comparison are its operands, not its result.
 */
export function expressionOf({ op, outputs }: Operation, dtype: TensorDType): Expression | undefined {
  if (op === 'Cast') {
    const to = outputs[0]?.dtype ?? dtype;
    return to === dtype ? onFloats['Identity'] : casts[`${dtype} ${to}`];
  }
  return { float32: onFloats, int32: onIntegers, bool: onBooleans, string: {} as typeof onFloats }[dtype][op];
}
