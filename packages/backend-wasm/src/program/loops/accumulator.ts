import type { TensorDType } from '@myelin/core';
import type { FunctionBuilder, Local } from '../assembler/function-builder.js';

/** A number that a reduction folds four lanes of values into. */
export interface Accumulator {
  /** Starts anew. */
  clear(): void;
  /** Takes in the four lanes of a local; the first lane `only`, at the rest of a row. */
  add(lanes: Local, only: boolean): void;
  /** Puts the result on the stack: that of each lane or, `across` them, one in every lane. */
  finish(across: boolean): void;
}

const highHalf = [8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7] as const;
const lowHalves = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23] as const;
const firstLane = [0xffffffff, 0, 0, 0] as const;

/** The accumulator of a reduction of `count` values. */
export function makeAccumulator(
  code: FunctionBuilder,
  op: string,
  dtype: TensorDType,
  count: number,
): Accumulator {
  if (dtype === 'float32' && (op === 'Sum' || op === 'Mean')) {
    return doubleSum(code, op === 'Mean' ? count : 1);
  }
  const integer = dtype !== 'float32';
  switch (op) {
    case 'Sum':
      return folding(code, 'i32x4.add', [0, 0, 0, 0], integer);
    case 'Max':
      return integer
        ? folding(code, 'i32x4.max_s', sameBits(0x80000000), integer)
        : folding(code, 'f32x4.max', sameBits(0xff800000), integer);
    case 'LargestNumber':
      // That of all but NaN, faster.
      return folding(code, 'f32x4.pmax', sameBits(0xff800000), integer);
    case 'Min':
      return integer
        ? folding(code, 'i32x4.min_s', sameBits(0x7fffffff), integer)
        : folding(code, 'f32x4.min', sameBits(0x7f800000), integer);
    default:
      return integer
        ? folding(code, 'i32x4.mul', sameBits(1), integer)
        : folding(code, 'f32x4.mul', sameBits(0x3f800000), integer);
  }
}

function sameBits(bits: number): [number, number, number, number] {
  return [bits, bits, bits, bits];
}

/** A sum in float64, two lanes each in two vectors: a float32 sum of many equal numbers is off by percents. */
function doubleSum(code: FunctionBuilder, divisor: number): Accumulator {
  const low = code.local('v128');
  const high = code.local('v128');
  return {
    clear() {
      code.bits([0, 0, 0, 0]).tee(low).set(high);
    },
    add(lanes, only) {
      code.get(low).get(lanes);
      if (only) code.bits(firstLane).simd('v128.and');
      code.simd('f64x2.promote_low_f32x4').simd('f64x2.add').set(low);
      if (only) return;
      code.get(high).get(lanes).get(lanes).shuffle(highHalf);
      code.simd('f64x2.promote_low_f32x4').simd('f64x2.add').set(high);
    },
    finish(across) {
      if (across) {
        const both = code.local('v128');
        code.get(low).get(high).simd('f64x2.add').set(both);
        code.get(both).extract('f64', 0).get(both).extract('f64', 1).op('f64.add');
        if (divisor !== 1) code.f64(divisor).op('f64.div');
        code.op('f32.demote_f64').simd('f32x4.splat');
        return;
      }
      for (const half of [low, high]) {
        code.get(half);
        if (divisor !== 1) code.f64(divisor).simd('f64x2.splat').simd('f64x2.div');
        code.simd('f32x4.demote_f64x2_zero');
      }
      code.shuffle(lowHalves);
    },
  };
}

function folding(
  code: FunctionBuilder,
  instruction:
    | 'i32x4.add'
    | 'i32x4.max_s'
    | 'i32x4.min_s'
    | 'i32x4.mul'
    | 'f32x4.max'
    | 'f32x4.pmax'
    | 'f32x4.min'
    | 'f32x4.mul',
  neutral: readonly [number, number, number, number],
  integer: boolean,
): Accumulator {
  const folded = code.local('v128');
  return {
    clear() {
      code.bits(neutral).set(folded);
    },
    add(lanes, only) {
      code.get(folded).get(lanes);
      if (only) code.bits(neutral).bits(firstLane).simd('v128.bitselect');
      code.simd(instruction).set(folded);
    },
    finish(across) {
      if (!across) {
        code.get(folded);
        return;
      }
      const splat = integer ? 'i32x4.splat' : 'f32x4.splat';
      for (let lane = 0; lane < 4; lane++) {
        code
          .get(folded)
          .extract(integer ? 'i32' : 'f32', lane)
          .simd(splat);
        if (lane > 0) code.simd(instruction);
      }
    },
  };
}
