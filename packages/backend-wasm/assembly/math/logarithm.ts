// x = 2^n · (1 + m) with m between -1/3 and 1/3, and log x = n · ln 2 + log(1 + m).
import { multiplyAdd } from '../simd';
import { expLanes } from './exponential';
import { log1pOfAny, logOfAny } from './seldom/log-of-any';

const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.1219444e-4;
const TWO_THIRDS: i32 = 0x3f2aaaab; // the bits of 2/3, where the mantissas begin
const EXPONENT: i32 = 0xff800000;

// @inline
export function logOfParts(m: v128, n: v128): v128 {
  let p = multiplyAdd(f32x4.splat(-0.131919414), m, f32x4.splat(0.139617473));
  p = multiplyAdd(p, m, f32x4.splat(-0.121150501));
  p = multiplyAdd(p, m, f32x4.splat(0.140110761));
  p = multiplyAdd(p, m, f32x4.splat(-0.166854724));
  p = multiplyAdd(p, m, f32x4.splat(0.200100332));
  p = multiplyAdd(p, m, f32x4.splat(-0.249996886));
  p = multiplyAdd(p, m, f32x4.splat(0.333332241));
  p = multiplyAdd(p, m, f32x4.splat(-0.5));
  const log = multiplyAdd(f32x4.mul(m, m), p, m);
  return multiplyAdd(n, f32x4.splat(LN2_HIGH), multiplyAdd(n, f32x4.splat(LN2_LOW), log));
}

// log(x · 2^-shift) for normal x
// @inline
export function logOfNormal(x: v128, shift: v128): v128 {
  const above = i32x4.sub(x, i32x4.splat(TWO_THIRDS));
  const mantissa = i32x4.sub(x, v128.and(above, i32x4.splat(EXPONENT)));
  const n = f32x4.sub(f32x4.convert_i32x4_s(i32x4.shr_s(above, 23)), shift);
  return logOfParts(f32x4.sub(mantissa, f32x4.splat(1)), n);
}

// @inline
export function logLanes(x: v128): v128 {
  const isNormal = v128.and(f32x4.ge(x, f32x4.splat(1.17549435e-38)), f32x4.lt(x, f32x4.splat(Infinity)));
  return i32x4.all_true(isNormal) ? logOfNormal(x, f32x4.splat(0)) : logOfAny(x);
}

// log(1 + x) for x between -1 and 8.5e37
// @inline
export function log1pOfNormal(x: v128): v128 {
  const n = i32x4.shr_s(i32x4.sub(f32x4.add(x, f32x4.splat(1)), i32x4.splat(TWO_THIRDS)), 23);
  const scale = i32x4.sub(f32x4.splat(1), i32x4.shl(n, 23)); // 2^-n
  const m = f32x4.add(f32x4.mul(x, scale), f32x4.sub(scale, f32x4.splat(1))); // exact
  const isTiny = f32x4.lt(f32x4.abs(x), f32x4.splat(1e-8));
  return v128.bitselect(x, logOfParts(m, f32x4.convert_i32x4_s(n)), isTiny);
}

// @inline
export function log1pLanes(x: v128): v128 {
  const isNormal = v128.and(f32x4.gt(x, f32x4.splat(-1)), f32x4.lt(x, f32x4.splat(8.5e37)));
  return i32x4.all_true(isNormal) ? log1pOfNormal(x) : log1pOfAny(x, isNormal);
}

// log(1 + e^x)
// @inline
export function softplusLanes(x: v128): v128 {
  const rest = log1pOfNormal(expLanes(f32x4.neg(f32x4.abs(x))));
  return f32x4.add(f32x4.pmax(x, f32x4.splat(0)), rest);
}
