// Angles, in float64: the quotient of two sides keeps its digits near the axes.
import { highDoubles, joinDoubles, lowDoubles, multiplyAddDoubles } from './doubles';
import { withSign } from './exponential';

const HALF_PI: f64 = 1.5707963267948966;

// The angle between 0 and π of (x, y) for y ≥ 0, of two lanes. Both 0 give that of (±1, 0).
// @inline
function angleOf(y: v128, x: v128): v128 {
  const width = f64x2.abs(x);
  const isSteep = f64x2.gt(y, width);
  const isNothing = f64x2.eq(f64x2.max(y, width), f64x2.splat(0));
  const isBothInfinite = v128.and(f64x2.eq(y, width), f64x2.eq(y, f64x2.splat(Infinity)));
  const below = v128.bitselect(y, width, isSteep);
  const quotient = f64x2.div(v128.bitselect(width, y, isSteep), below);
  const z = v128.bitselect(f64x2.splat(1), v128.andnot(quotient, isNothing), isBothInfinite);
  const u = f64x2.mul(z, z);
  let p = multiplyAddDoubles(f64x2.splat(0.0011120672318037689), u, f64x2.splat(-0.007304044612499522));
  p = multiplyAddDoubles(p, u, f64x2.splat(0.022496466919002537));
  p = multiplyAddDoubles(p, u, f64x2.splat(-0.044618411951671356));
  p = multiplyAddDoubles(p, u, f64x2.splat(0.06734625052909078));
  p = multiplyAddDoubles(p, u, f64x2.splat(-0.08806903423590659));
  p = multiplyAddDoubles(p, u, f64x2.splat(0.110566741408695));
  p = multiplyAddDoubles(p, u, f64x2.splat(-0.1427949299659896));
  p = multiplyAddDoubles(p, u, f64x2.splat(0.19999630592571369));
  p = multiplyAddDoubles(p, u, f64x2.splat(-0.33333324718519436));
  p = multiplyAddDoubles(p, u, f64x2.splat(0.9999999996671836));
  const flat = f64x2.mul(p, z);
  const steep = f64x2.sub(f64x2.splat(HALF_PI), flat);
  const angle = v128.bitselect(steep, flat, isSteep);
  // The sign of x counts also where x is 0.
  const isLeft = i64x2.shr_s(x, 63);
  return v128.bitselect(f64x2.sub(f64x2.splat(2 * HALF_PI), angle), angle, isLeft);
}

export function atanLanes(x: v128): v128 {
  const size = f32x4.abs(x);
  const one = f64x2.splat(1);
  return withSign(joinDoubles(angleOf(lowDoubles(size), one), angleOf(highDoubles(size), one)), x);
}

// The angle of the point (x, y).
export function atan2Lanes(y: v128, x: v128): v128 {
  const size = f32x4.abs(y);
  const low = angleOf(lowDoubles(size), lowDoubles(x));
  const angle = joinDoubles(low, angleOf(highDoubles(size), highDoubles(x)));
  const isNaN = v128.or(f32x4.ne(x, x), f32x4.ne(y, y));
  return v128.bitselect(f32x4.add(x, y), withSign(angle, y), isNaN);
}

// √(1 - x²), NaN beyond 1
// @inline
function otherSide(x: v128): v128 {
  const one = f64x2.splat(1);
  return f64x2.sqrt(f64x2.mul(f64x2.sub(one, x), f64x2.add(one, x)));
}

export function asinLanes(x: v128): v128 {
  const size = f32x4.abs(x);
  const low = lowDoubles(size);
  const high = highDoubles(size);
  const angle = joinDoubles(angleOf(low, otherSide(low)), angleOf(high, otherSide(high)));
  return withSign(withinOne(angle, size), x);
}

export function acosLanes(x: v128): v128 {
  const low = lowDoubles(x);
  const high = highDoubles(x);
  const angle = joinDoubles(angleOf(otherSide(low), low), angleOf(otherSide(high), high));
  return withinOne(angle, f32x4.abs(x));
}

// NaN where the size is beyond 1, or NaN.
// @inline
function withinOne(result: v128, size: v128): v128 {
  return v128.bitselect(result, f32x4.splat(NaN), f32x4.le(size, f32x4.splat(1)));
}
