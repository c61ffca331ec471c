// Division downwards and its rest, which has the sign of the divisor, as TensorFlow and Python define them.
import { highDoubles, joinDoubles, lowDoubles } from './doubles';
import { modOfAny } from './seldom/mod-of-any';

const ROUNDER: f64 = 6755399441055744; // 1.5 · 2^52: whole numbers get into the low bits, and wrap around there

// @inline
export function floorDivideLanes(a: v128, b: v128): v128 {
  return f32x4.floor(f32x4.div(a, b));
}

// a - b · trunc(a / b) in float64, exact for quotients below 2^28
// @inline
function restOf(a: v128, b: v128): v128 {
  return f64x2.sub(a, f64x2.mul(b, f64x2.trunc(f64x2.div(a, b))));
}

// What has the sign of the dividend gets the sign of the divisor.
// @inline
export function towardsDivisor(rest: v128, b: v128): v128 {
  const zero = f32x4.splat(0);
  const isOther = v128.and(f32x4.ne(rest, zero), v128.xor(f32x4.lt(rest, zero), f32x4.lt(b, zero)));
  return v128.bitselect(f32x4.add(rest, b), rest, isOther);
}

export function modLanes(a: v128, b: v128): v128 {
  const isSmall = f32x4.lt(f32x4.abs(f32x4.div(a, b)), f32x4.splat(268435456));
  const isOrdinary = v128.and(isSmall, f32x4.lt(f32x4.abs(b), f32x4.splat(Infinity)));
  if (!i32x4.all_true(isOrdinary)) return modOfAny(a, b);
  const low = restOf(lowDoubles(a), lowDoubles(b));
  const high = restOf(highDoubles(a), highDoubles(b));
  return towardsDivisor(joinDoubles(low, high), b);
}

// Float64 has room for all int32 numbers, so that their quotients are rounded to the right side.
// @inline
function floorQuotient(a: v128, b: v128): v128 {
  return f64x2.add(f64x2.floor(f64x2.div(a, b)), f64x2.splat(ROUNDER));
}

// Four int32 lanes; 0 where the divisor is 0.
export function floorDivideIntLanes(a: v128, b: v128): v128 {
  const low = floorQuotient(f64x2.convert_low_i32x4_s(a), f64x2.convert_low_i32x4_s(b));
  const highA = v128.shuffle<i64>(a, a, 1, 1);
  const highB = v128.shuffle<i64>(b, b, 1, 1);
  const high = floorQuotient(f64x2.convert_low_i32x4_s(highA), f64x2.convert_low_i32x4_s(highB));
  const quotient = v128.shuffle<i32>(low, high, 0, 2, 4, 6);
  return v128.andnot(quotient, i32x4.eq(b, i32x4.splat(0)));
}

export function modIntLanes(a: v128, b: v128): v128 {
  const rest = i32x4.sub(a, i32x4.mul(floorDivideIntLanes(a, b), b));
  return v128.andnot(rest, i32x4.eq(b, i32x4.splat(0)));
}
