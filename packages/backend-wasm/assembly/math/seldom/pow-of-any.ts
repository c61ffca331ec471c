import { powOfPositive } from '../power';

// x^y for all values, as IEEE 754 has it: 1^NaN and NaN^0 are 1.
export function powOfAny(x: v128, y: v128): v128 {
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  const infinity = f32x4.splat(Infinity);
  const size = f32x4.abs(x);
  const half = f32x4.mul(y, f32x4.splat(0.5));
  const isDown = f32x4.lt(y, zero);
  const isWhole = f32x4.eq(f32x4.nearest(y), y);
  const isOdd = v128.andnot(isWhole, f32x4.eq(f32x4.nearest(half), half));

  let result = powOfPositive(size, y);
  result = v128.bitselect(v128.bitselect(infinity, zero, isDown), result, f32x4.eq(size, zero));
  result = v128.bitselect(v128.bitselect(zero, infinity, isDown), result, f32x4.eq(size, infinity));
  result = v128.or(result, v128.and(v128.and(x, isOdd), i32x4.splat(0x80000000)));
  // A root of a negative number.
  const isFinite = v128.and(f32x4.gt(size, zero), f32x4.lt(size, infinity));
  const isRoot = v128.and(v128.andnot(f32x4.lt(x, zero), isWhole), isFinite);
  result = v128.bitselect(f32x4.splat(NaN), result, isRoot);
  const isNaN = v128.or(f32x4.ne(x, x), f32x4.ne(y, y));
  result = v128.bitselect(f32x4.add(x, y), result, isNaN);
  const isUnitToInfinity = v128.and(f32x4.eq(x, f32x4.splat(-1)), f32x4.eq(f32x4.abs(y), infinity));
  const isOne = v128.or(v128.or(f32x4.eq(y, zero), f32x4.eq(x, one)), isUnitToInfinity);
  return v128.bitselect(one, result, isOne);
}
