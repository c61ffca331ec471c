// x = q · π/2 + r with |r| up to π/4; the angle is taken apart in float64.
import { multiplyAdd } from '../simd';
import { highDoubles, joinDoubles, lowDoubles, multiplyAddDoubles } from './doubles';
import { sineOfAny } from './seldom/huge-angles';

const ROUNDER: f64 = 6755399441055744; // 1.5 · 2^52
const HUGE: f32 = 1e8; // above, float64 has too few digits of π

// q + ROUNDER
// @inline
function quarterTurns(x: v128): v128 {
  return multiplyAddDoubles(x, f64x2.splat(0.6366197723675814), f64x2.splat(ROUNDER));
}

// @inline
function restOfTurn(x: v128, quarters: v128): v128 {
  const q = f64x2.sub(quarters, f64x2.splat(ROUNDER));
  // π/2 in two parts; the first has 25 bits, so that its product with q is exact.
  const rest = multiplyAddDoubles(q, f64x2.splat(-1.5707963109016418), x);
  return multiplyAddDoubles(q, f64x2.splat(-1.5893254773528196e-8), rest);
}

// sin(r), cos(r), -sin(r) or -cos(r) for q = 0, 1, 2, 3
// @inline
export function sineOf(r: v128, q: v128): v128 {
  const u = f32x4.mul(r, r);
  let s = multiplyAdd(f32x4.splat(-0.00019517995), u, f32x4.splat(0.00833218824));
  s = multiplyAdd(s, u, f32x4.splat(-0.166666552));
  const sine = multiplyAdd(f32x4.mul(u, s), r, r);
  let c = multiplyAdd(f32x4.splat(2.44306684e-5), u, f32x4.splat(-0.00138873013));
  c = multiplyAdd(c, u, f32x4.splat(0.0416666456));
  const cosine = multiplyAdd(f32x4.mul(u, u), c, multiplyAdd(u, f32x4.splat(-0.5), f32x4.splat(1)));
  const isOdd = i32x4.shr_s(i32x4.shl(q, 31), 31);
  const size = v128.bitselect(cosine, sine, isOdd);
  return v128.xor(size, i32x4.shl(i32x4.shr_u(q, 1), 31));
}

// sin(x + shift · π/2)
// @inline
function shiftedSine(x: v128, shift: i32): v128 {
  const quartersLow = quarterTurns(lowDoubles(x));
  const quartersHigh = quarterTurns(highDoubles(x));
  const r = joinDoubles(restOfTurn(lowDoubles(x), quartersLow), restOfTurn(highDoubles(x), quartersHigh));
  const q = v128.shuffle<i32>(quartersLow, quartersHigh, 0, 2, 4, 6);
  const isOrdinary = f32x4.lt(f32x4.abs(x), f32x4.splat(HUGE));
  if (!i32x4.all_true(isOrdinary)) return sineOfAny(x, r, q, shift);
  return sineOf(r, i32x4.add(q, i32x4.splat(shift)));
}

// @inline
export function sinLanes(x: v128): v128 {
  return v128.bitselect(x, shiftedSine(x, 0), f32x4.eq(x, f32x4.splat(0))); // keeps the sign of 0
}

// @inline
export function cosLanes(x: v128): v128 {
  return shiftedSine(x, 1);
}
