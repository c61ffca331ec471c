// Hyperbolic functions and their inverses, in float64 where float32 would lose digits.
import { multiplyAdd } from '../simd';
import { highDoubles, joinDoubles, lowDoubles } from './doubles';
import { withSign } from './exponential';
import { exp2, log2OfQuotient } from './power';

const LOG2_E: f64 = 1.4426950408889634;
const LN_2: f64 = 0.6931471805599453;
const ROUNDER: f64 = 6755399441055744; // 1.5 · 2^52
const ROOT_HALF: i64 = 0x3fe6a09e667f3bcd; // the bits of √½, where the mantissas begin

// Half of e^x + sign · e^-x, of two lanes
// @inline
function halfSum(x: v128, sign: f64): v128 {
  const e = exp2(f64x2.mul(x, f64x2.splat(LOG2_E)));
  const sum = f64x2.add(e, f64x2.div(f64x2.splat(sign), e));
  return f64x2.mul(sum, f64x2.splat(0.5));
}

export function sinhLanes(x: v128): v128 {
  const u = f32x4.mul(x, x);
  let p = multiplyAdd(f32x4.splat(2.78392554e-6), u, f32x4.splat(0.000198426351));
  p = multiplyAdd(p, u, f32x4.splat(0.00833331142));
  p = multiplyAdd(p, u, f32x4.splat(0.166666672));
  const small = multiplyAdd(f32x4.mul(u, p), x, x);
  const large = joinDoubles(halfSum(lowDoubles(x), -1), halfSum(highDoubles(x), -1));
  return v128.bitselect(large, small, f32x4.gt(f32x4.abs(x), f32x4.splat(1)));
}

export function coshLanes(x: v128): v128 {
  return joinDoubles(halfSum(lowDoubles(x), 1), halfSum(highDoubles(x), 1));
}

// log(1 + y) of two lanes from y = -0.29; NaN and infinity stay what they are.
// @inline
function log1p(y: v128): v128 {
  const one = f64x2.splat(1);
  const sum = f64x2.add(one, y);
  const n = i64x2.shr_s(i64x2.sub(sum, i64x2.splat(ROOT_HALF)), 52);
  const m = i64x2.sub(sum, i64x2.shl(n, 52));
  const rounder = f64x2.splat(ROUNDER);
  const power = f64x2.sub(i64x2.add(rounder, n), rounder);
  // A small y is not rounded by the sum with 1.
  const isSmall = f64x2.lt(f64x2.abs(y), f64x2.splat(0.29));
  const above = v128.bitselect(y, f64x2.sub(m, one), isSmall);
  const below = f64x2.add(v128.bitselect(y, f64x2.sub(m, one), isSmall), f64x2.splat(2));
  const log = log2OfQuotient(f64x2.div(above, below), v128.andnot(power, isSmall));
  return v128.bitselect(f64x2.mul(log, f64x2.splat(LN_2)), y, f64x2.lt(y, f64x2.splat(Infinity)));
}

// log(a + √(a² + 1)) of two lanes for a ≥ 0
// @inline
function asinhOf(a: v128): v128 {
  const square = f64x2.mul(a, a);
  const root = f64x2.sqrt(f64x2.add(square, f64x2.splat(1)));
  return log1p(f64x2.add(a, f64x2.div(square, f64x2.add(root, f64x2.splat(1)))));
}

export function asinhLanes(x: v128): v128 {
  const size = f32x4.abs(x);
  const result = joinDoubles(asinhOf(lowDoubles(size)), asinhOf(highDoubles(size)));
  return withSign(v128.bitselect(size, result, f32x4.eq(size, f32x4.splat(Infinity))), x);
}

// log(x + √(x² - 1)) of two lanes
// @inline
function acoshOf(x: v128): v128 {
  const t = f64x2.sub(x, f64x2.splat(1));
  return log1p(f64x2.add(t, f64x2.sqrt(f64x2.mul(t, f64x2.add(t, f64x2.splat(2))))));
}

export function acoshLanes(x: v128): v128 {
  const result = joinDoubles(acoshOf(lowDoubles(x)), acoshOf(highDoubles(x)));
  return v128.bitselect(f32x4.splat(NaN), result, f32x4.lt(x, f32x4.splat(1)));
}

// log((1 + a) / (1 - a)) / 2 of two lanes for a ≥ 0
// @inline
function atanhOf(a: v128): v128 {
  const ratio = f64x2.div(f64x2.add(a, a), f64x2.sub(f64x2.splat(1), a));
  return f64x2.mul(log1p(ratio), f64x2.splat(0.5));
}

export function atanhLanes(x: v128): v128 {
  const size = f32x4.abs(x);
  const result = joinDoubles(atanhOf(lowDoubles(size)), atanhOf(highDoubles(size)));
  return withSign(v128.bitselect(f32x4.splat(NaN), result, f32x4.gt(size, f32x4.splat(1))), x);
}
