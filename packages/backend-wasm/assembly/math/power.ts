// x^y = 2^(y · log2 x), in float64.
import { highDoubles, joinDoubles, lowDoubles, multiplyAddDoubles } from './doubles';
import { powOfAny } from './seldom/pow-of-any';

const ROOT_HALF: i32 = 0x3f3504f3; // the bits of √½, where the mantissas begin
const EXPONENT: i32 = 0xff800000;
const ROUNDER: f64 = 6755399441055744; // 1.5 · 2^52

// log2 of a mantissa m between √½ and √2, plus n
// @inline
function log2(m: v128, n: v128): v128 {
  const one = f64x2.splat(1);
  return log2OfQuotient(f64x2.div(f64x2.sub(m, one), f64x2.add(m, one)), n);
}

// log2((1 + s) / (1 - s)) + n for |s| up to 0.172
// @inline
export function log2OfQuotient(s: v128, n: v128): v128 {
  const u = f64x2.mul(s, s);
  let p = multiplyAddDoubles(f64x2.splat(0.28291193210389415), u, f64x2.splat(0.3199048612077448));
  p = multiplyAddDoubles(p, u, f64x2.splat(0.4122092730024231));
  p = multiplyAddDoubles(p, u, f64x2.splat(0.5770779421592465));
  p = multiplyAddDoubles(p, u, f64x2.splat(0.9617966941140828));
  p = multiplyAddDoubles(p, u, f64x2.splat(2.88539008177785));
  return multiplyAddDoubles(p, s, n);
}

// @inline
export function exp2(value: v128): v128 {
  const x = f64x2.pmax(f64x2.pmin(value, f64x2.splat(200)), f64x2.splat(-200)); // beyond float32
  const power = f64x2.add(x, f64x2.splat(ROUNDER));
  const f = f64x2.sub(x, f64x2.sub(power, f64x2.splat(ROUNDER)));
  let p = multiplyAddDoubles(f64x2.splat(1.5316460361832887e-5), f, f64x2.splat(0.00015469731673539643));
  p = multiplyAddDoubles(p, f, f64x2.splat(0.0013333422651432803));
  p = multiplyAddDoubles(p, f, f64x2.splat(0.00961802560409358));
  p = multiplyAddDoubles(p, f, f64x2.splat(0.05550410976101641));
  p = multiplyAddDoubles(p, f, f64x2.splat(0.24022651213584512));
  p = multiplyAddDoubles(p, f, f64x2.splat(0.6931471805350286));
  p = multiplyAddDoubles(p, f, f64x2.splat(0.9999999999595497));
  const bias = i64x2.splat(0x3ff0000000000000);
  return f64x2.mul(p, i64x2.add(i64x2.shl(power, 52), bias));
}

// x^y for x > 0; infinities are not right.
// @inline
export function powOfPositive(value: v128, y: v128): v128 {
  const isTiny = f32x4.lt(value, f32x4.splat(1.17549435e-38));
  const x = v128.bitselect(f32x4.mul(value, f32x4.splat(8388608)), value, isTiny);
  const above = i32x4.sub(x, i32x4.splat(ROOT_HALF));
  const m = i32x4.sub(x, v128.and(above, i32x4.splat(EXPONENT)));
  const n = f32x4.sub(f32x4.convert_i32x4_s(i32x4.shr_s(above, 23)), v128.and(isTiny, f32x4.splat(23)));
  const low = exp2(f64x2.mul(lowDoubles(y), log2(lowDoubles(m), lowDoubles(n))));
  const high = exp2(f64x2.mul(highDoubles(y), log2(highDoubles(m), highDoubles(n))));
  return joinDoubles(low, high);
}

export function powLanes(x: v128, y: v128): v128 {
  const infinity = f32x4.splat(Infinity);
  const isPositive = v128.and(f32x4.gt(x, f32x4.splat(0)), f32x4.lt(x, infinity));
  const isOrdinary = v128.and(isPositive, f32x4.lt(f32x4.abs(y), infinity));
  return i32x4.all_true(isOrdinary) ? powOfPositive(x, y) : powOfAny(x, y);
}
