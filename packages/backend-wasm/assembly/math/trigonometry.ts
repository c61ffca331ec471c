// x = q · π/2 + r with |r| up to π/4; the angle is taken apart in float64.
import { multiplyAdd } from '../simd';
import { highDoubles, joinDoubles, lowDoubles, multiplyAddDoubles } from './doubles';
import { highRests, lowRests, quarterTurns, reduceAny } from './seldom/huge-angles';

const ROUNDER: f64 = 6755399441055744; // 1.5 · 2^52
const HUGE: f32 = 1e8; // above, float64 has too few digits of π

// q + ROUNDER
// @inline
function quartersOf(x: v128): v128 {
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
  const quartersLow = quartersOf(lowDoubles(x));
  const quartersHigh = quartersOf(highDoubles(x));
  const low = restOfTurn(lowDoubles(x), quartersLow);
  const high = restOfTurn(highDoubles(x), quartersHigh);
  const q = v128.shuffle<i32>(quartersLow, quartersHigh, 0, 2, 4, 6);
  const turn = i32x4.splat(shift);
  const isOrdinary = f32x4.lt(f32x4.abs(x), f32x4.splat(HUGE));
  if (i32x4.all_true(isOrdinary)) return sineOf(joinDoubles(low, high), i32x4.add(q, turn));
  reduceAny(x, low, high, q);
  return sineOf(joinDoubles(lowRests, highRests), i32x4.add(quarterTurns, turn));
}

export function sinLanes(x: v128): v128 {
  return v128.bitselect(x, shiftedSine(x, 0), f32x4.eq(x, f32x4.splat(0))); // keeps the sign of 0
}

export function cosLanes(x: v128): v128 {
  return shiftedSine(x, 1);
}

// tan(r) or, where the quarters are odd, -1 / tan(r), of two float64 lanes
// @inline
function tangentOf(r: v128, quarters: v128): v128 {
  const u = f64x2.mul(r, r);
  let s = multiplyAddDoubles(f64x2.splat(2.7171585912255986e-6), u, f64x2.splat(-0.00019839182081091546));
  s = multiplyAddDoubles(s, u, f64x2.splat(0.008333328716280702));
  s = multiplyAddDoubles(s, u, f64x2.splat(-0.16666666630916524));
  s = multiplyAddDoubles(s, u, f64x2.splat(0.9999999999955703));
  const sine = f64x2.mul(s, r);
  let c = multiplyAddDoubles(f64x2.splat(2.4377793178761316e-5), u, f64x2.splat(-0.0013886596095220788));
  c = multiplyAddDoubles(c, u, f64x2.splat(0.04166661597357661));
  c = multiplyAddDoubles(c, u, f64x2.splat(-0.49999999607544476));
  const cosine = multiplyAddDoubles(c, u, f64x2.splat(0.9999999999513813));
  const isOdd = i64x2.shr_s(i64x2.shl(quarters, 63), 63);
  const above = v128.bitselect(f64x2.neg(cosine), sine, isOdd);
  return f64x2.div(above, v128.bitselect(sine, cosine, isOdd));
}

export function tanLanes(x: v128): v128 {
  let quartersLow = quartersOf(lowDoubles(x));
  let quartersHigh = quartersOf(highDoubles(x));
  let low = restOfTurn(lowDoubles(x), quartersLow);
  let high = restOfTurn(highDoubles(x), quartersHigh);
  const isOrdinary = f32x4.lt(f32x4.abs(x), f32x4.splat(HUGE));
  if (!i32x4.all_true(isOrdinary)) {
    reduceAny(x, low, high, v128.shuffle<i32>(quartersLow, quartersHigh, 0, 2, 4, 6));
    low = lowRests;
    high = highRests;
    quartersLow = i64x2.extend_low_i32x4_s(quarterTurns);
    quartersHigh = i64x2.extend_high_i32x4_s(quarterTurns);
  }
  const tangent = joinDoubles(tangentOf(low, quartersLow), tangentOf(high, quartersHigh));
  return v128.bitselect(x, tangent, f32x4.eq(x, f32x4.splat(0))); // keeps the sign of 0
}
