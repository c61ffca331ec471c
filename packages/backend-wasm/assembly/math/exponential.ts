// e^x and what is made of it: x = n · ln 2 + r with a whole number n, and e^x = 2^n · e^r.
import { multiplyAdd } from '../simd';

// Added to a float below 2^22 it leaves the nearest whole number in the low bits of the sum.
const ROUNDER: f32 = 12582912; // 1.5 · 2^23
const ROUNDER_BITS: i32 = 0x4b400000;
// ln 2 in two parts; the high one has 10 bits, so that its product with n is exact.
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.1219444e-4;

// n + ROUNDER
// @inline
export function powerOfTwoIn(x: v128): v128 {
  return multiplyAdd(x, f32x4.splat(1.44269504), f32x4.splat(ROUNDER));
}

// r, at most ln 2 / 2
// @inline
export function withoutPower(x: v128, power: v128): v128 {
  const n = f32x4.sub(power, f32x4.splat(ROUNDER));
  return multiplyAdd(n, f32x4.splat(-LN2_LOW), multiplyAdd(n, f32x4.splat(-LN2_HIGH), x));
}

// e^r - 1, right to 2^-28 of e^r
// @inline
export function shortExpm1(r: v128): v128 {
  let p = multiplyAdd(f32x4.splat(0.00139429222), r, f32x4.splat(0.00836939365));
  p = multiplyAdd(p, r, f32x4.splat(0.0416663773));
  p = multiplyAdd(p, r, f32x4.splat(0.166665152));
  p = multiplyAdd(p, r, f32x4.splat(0.5));
  return multiplyAdd(f32x4.mul(r, r), p, r);
}

// e^r - 1, right to its own last digits
// @inline
function longExpm1(r: v128): v128 {
  let p = multiplyAdd(f32x4.splat(0.000199442555), r, f32x4.splat(0.00139335648));
  p = multiplyAdd(p, r, f32x4.splat(0.00833320804));
  p = multiplyAdd(p, r, f32x4.splat(0.0416664816));
  p = multiplyAdd(p, r, f32x4.splat(0.166666672));
  p = multiplyAdd(p, r, f32x4.splat(0.5));
  return multiplyAdd(f32x4.mul(r, r), p, r);
}

// y · 2^n in two steps, because 2^n alone may be beyond the range; a denormal is rounded once, in the second.
// @inline
export function timesPower(y: v128, power: v128): v128 {
  const n = i32x4.sub(power, i32x4.splat(ROUNDER_BITS));
  const half = i32x4.shr_s(n, 1);
  const bias = i32x4.splat(127);
  const first = i32x4.shl(i32x4.add(half, bias), 23);
  const second = i32x4.shl(i32x4.add(i32x4.sub(n, half), bias), 23);
  return f32x4.mul(f32x4.mul(y, first), second);
}

// 2^(n + shift) where it is a normal number
// @inline
function powerItself(power: v128, shift: i32): v128 {
  return i32x4.add(i32x4.shl(power, 23), i32x4.splat((127 + shift) << 23));
}

// @inline
export function expLanes(value: v128): v128 {
  // NaN passes pmin and pmax as the first operand only.
  const x = f32x4.pmax(f32x4.pmin(value, f32x4.splat(89)), f32x4.splat(-105));
  const power = powerOfTwoIn(x);
  const y = f32x4.add(shortExpm1(withoutPower(x, power)), f32x4.splat(1));
  return timesPower(y, power);
}

// e^x for x up to 0, and 0 where that is below 1.6e-38: denormals cost a hundred times as much as other numbers.
// @inline
export function expFlushedLanes(value: v128): v128 {
  const least = f32x4.splat(-87);
  const x = f32x4.pmax(value, least);
  const power = powerOfTwoIn(x);
  const y = f32x4.add(shortExpm1(withoutPower(x, power)), f32x4.splat(1));
  return v128.andnot(f32x4.mul(y, powerItself(power, 0)), f32x4.lt(value, least));
}

// @inline
export function expm1Lanes(value: v128): v128 {
  const x = f32x4.pmax(f32x4.pmin(value, f32x4.splat(89)), f32x4.splat(-40));
  const power = powerOfTwoIn(x);
  const scale = powerItself(power, -1); // half of 2^n, which may be beyond the range
  const half = f32x4.splat(0.5);
  const y = f32x4.add(f32x4.mul(scale, longExpm1(withoutPower(x, power))), f32x4.sub(scale, half));
  const isTiny = f32x4.lt(f32x4.abs(value), f32x4.splat(1e-8));
  return v128.bitselect(value, f32x4.add(y, y), isTiny);
}

// 1 / (1 + e^-x)
// @inline
export function sigmoidLanes(value: v128): v128 {
  const one = f32x4.splat(1);
  const x = f32x4.pmax(f32x4.neg(f32x4.abs(value)), f32x4.splat(-105));
  const power = powerOfTwoIn(x);
  const rest = shortExpm1(withoutPower(x, power));
  const y = f32x4.add(rest, one);
  const e = timesPower(y, power);
  const sum = f32x4.add(e, one);
  // What was lost by rounding 1 + rest and 1 + e is given back, to first order.
  const lostInY = f32x4.sub(rest, f32x4.sub(y, one));
  const lostInSum = f32x4.sub(e, f32x4.sub(sum, one));
  const isPositive = f32x4.gt(value, f32x4.splat(0));
  const quotient = f32x4.div(v128.bitselect(one, e, isPositive), sum);
  const correction = f32x4.sub(v128.andnot(lostInY, isPositive), lostInSum);
  return multiplyAdd(quotient, correction, quotient);
}

// @inline
export function tanhLanes(x: v128): v128 {
  const one = f32x4.splat(1);
  const size = f32x4.abs(x);
  const e = expFlushedLanes(f32x4.mul(f32x4.pmin(size, f32x4.splat(20)), f32x4.splat(-2)));
  const large = f32x4.sub(one, f32x4.div(f32x4.add(e, e), f32x4.add(e, one)));
  const u = f32x4.mul(x, x);
  let p = multiplyAdd(f32x4.splat(-0.00629566517), u, f32x4.splat(0.0210883114));
  p = multiplyAdd(p, u, f32x4.splat(-0.0538568497));
  p = multiplyAdd(p, u, f32x4.splat(0.133326367));
  p = multiplyAdd(p, u, f32x4.splat(-0.333333194));
  const small = multiplyAdd(f32x4.mul(u, p), x, x);
  return withSign(v128.bitselect(large, small, f32x4.gt(size, f32x4.splat(0.55))), x);
}

// The size of the one with the sign of the other.
// @inline
export function withSign(size: v128, sign: v128): v128 {
  return v128.bitselect(sign, size, i32x4.splat(0x80000000));
}
