// gelu(x) = x · P(X < x) of the standard normal distribution. With a = |x|, P(X > a) = e^(-a²/2) · ratio(a) / a.
import { multiplyAdd } from '../simd';
import { powerOfTwoIn, shortExpm1, sumWithoutPower, timesPower } from './exponential';

const FARTHEST: f32 = 14.5; // where gelu(-a) has become 0
const RATIO: f32 = 0.308670998;
const RATIO_LOW: f32 = 1.33173839e-9; // what RATIO lacks
const NEAR: f32 = 0.58;
const HIGH_BITS: i32 = 0xfffff000;

// a · e^(a²/2) · P(X > a) from a = 0.55, less RATIO
// @inline
function ratioRest(a: v128): v128 {
  const centre = f32x4.splat(1.5);
  const w = f32x4.div(f32x4.sub(a, centre), f32x4.add(a, centre));
  let p = multiplyAdd(f32x4.splat(0.00107998285), w, f32x4.splat(-0.000537486223));
  p = multiplyAdd(p, w, f32x4.splat(-0.0022641609));
  p = multiplyAdd(p, w, f32x4.splat(-0.00243469933));
  p = multiplyAdd(p, w, f32x4.splat(0.000856124097));
  p = multiplyAdd(p, w, f32x4.splat(0.0107850013));
  p = multiplyAdd(p, w, f32x4.splat(0.0177612845));
  p = multiplyAdd(p, w, f32x4.splat(-0.0197972823));
  p = multiplyAdd(p, w, f32x4.splat(-0.126297235));
  p = multiplyAdd(p, w, f32x4.splat(0.211121216));
  return f32x4.mul(p, w);
}

// (P(X < x) - 1/2) / x up to |x| = 0.6
// @inline
function centreSlope(x: v128): v128 {
  const u = f32x4.mul(x, x);
  let p = multiplyAdd(f32x4.splat(0.000192210602), u, f32x4.splat(-0.0012462124));
  p = multiplyAdd(p, u, f32x4.splat(0.00998712797));
  p = multiplyAdd(p, u, f32x4.splat(-0.0664913729));
  return multiplyAdd(p, u, f32x4.splat(0.398942292));
}

// factor · e^(-a²/2); a² is split so that the exponent keeps all its digits. `lost` is what the factor lacks.
// @inline
function timesGaussian(factor: v128, lost: v128, a: v128): v128 {
  const high = v128.and(a, i32x4.splat(HIGH_BITS));
  const low = f32x4.sub(a, high);
  const half = f32x4.splat(-0.5);
  const x = f32x4.mul(f32x4.mul(high, high), half); // exact
  const rest = f32x4.mul(f32x4.mul(low, f32x4.add(a, high)), half);
  const power = powerOfTwoIn(x);
  const r = sumWithoutPower(x, rest, power);
  return timesPower(f32x4.add(factor, multiplyAdd(factor, shortExpm1(r), lost)), power);
}

// @inline
export function geluLanes(x: v128): v128 {
  const size = f32x4.abs(x);
  const a = f32x4.pmin(size, f32x4.splat(FARTHEST));
  const constant = f32x4.splat(RATIO);
  const ratioLow = ratioRest(a);
  const ratio = f32x4.add(constant, ratioLow);
  const rounded = f32x4.sub(ratioLow, f32x4.sub(ratio, constant));
  const lost = f32x4.add(rounded, f32x4.splat(RATIO_LOW));
  const tail = timesGaussian(ratio, lost, a); // a · P(X > a)
  const far = f32x4.sub(f32x4.pmax(x, f32x4.splat(0)), tail);
  const near = f32x4.mul(x, multiplyAdd(centreSlope(x), x, f32x4.splat(0.5)));
  return v128.bitselect(far, near, f32x4.gt(size, f32x4.splat(NEAR)));
}

// gelu'(x) = P(X < x) + x · e^(-x²/2) / √(2π)
// @inline
export function geluSlopeLanes(x: v128): v128 {
  const one = f32x4.splat(1);
  const size = f32x4.abs(x);
  const a = f32x4.pmin(size, f32x4.splat(FARTHEST));
  const isNear = f32x4.le(size, f32x4.splat(NEAR));
  const density = f32x4.splat(0.39894228);
  // P(X > a) - a · density, which is the slope left of 0, and what the slope lacks to 1 right of it
  const ratio = f32x4.add(ratioRest(a), f32x4.splat(RATIO));
  const farFactor = multiplyAdd(a, f32x4.neg(density), f32x4.div(ratio, a));
  const factor = v128.bitselect(f32x4.mul(x, density), farFactor, isNear);
  const product = timesGaussian(factor, f32x4.splat(0), a);
  const far = v128.bitselect(f32x4.sub(one, product), product, f32x4.gt(x, f32x4.splat(0)));
  const near = f32x4.add(multiplyAdd(centreSlope(x), x, f32x4.splat(0.5)), product);
  return v128.bitselect(near, far, isNear);
}
