// Two float64 lanes at a time, where float32 cannot carry the digits.

// @inline
export function multiplyAddDoubles(a: v128, b: v128, c: v128): v128 {
  return f64x2.add(f64x2.mul(a, b), c);
}

// @inline
export function lowDoubles(x: v128): v128 {
  return f64x2.promote_low_f32x4(x);
}

// @inline
export function highDoubles(x: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<i64>(x, x, 1, 1));
}

// @inline
export function joinDoubles(low: v128, high: v128): v128 {
  return v128.shuffle<i64>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2);
}
