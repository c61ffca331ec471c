import { log1pOfNormal, logOfNormal } from '../logarithm';

// log x, whether x is denormal, negative, 0, infinite or NaN.
export function logOfAny(x: v128): v128 {
  const zero = f32x4.splat(0);
  const infinity = f32x4.splat(Infinity);
  const isTiny = f32x4.lt(x, f32x4.splat(1.17549435e-38));
  const raised = v128.bitselect(f32x4.mul(x, f32x4.splat(8388608)), x, isTiny);
  const log = logOfNormal(raised, v128.and(isTiny, f32x4.splat(23)));
  const ofNegative = v128.bitselect(f32x4.splat(NaN), x, f32x4.lt(x, zero));
  const special = v128.bitselect(f32x4.splat(-Infinity), ofNegative, f32x4.eq(x, zero));
  return v128.bitselect(log, special, v128.and(f32x4.gt(x, zero), f32x4.lt(x, infinity)));
}

// log(1 + x)
export function log1pOfAny(x: v128, isNormal: v128): v128 {
  return v128.bitselect(log1pOfNormal(x), logOfAny(f32x4.add(x, f32x4.splat(1))), isNormal);
}
