import { towardsDivisor } from '../division';

// a mod b for all values: those whose quotient is too long for float64, and infinite ones.
export function modOfAny(a: v128, b: v128): v128 {
  let rest = f32x4.splat(f32x4.extract_lane(a, 0) % f32x4.extract_lane(b, 0));
  rest = f32x4.replace_lane(rest, 1, f32x4.extract_lane(a, 1) % f32x4.extract_lane(b, 1));
  rest = f32x4.replace_lane(rest, 2, f32x4.extract_lane(a, 2) % f32x4.extract_lane(b, 2));
  rest = f32x4.replace_lane(rest, 3, f32x4.extract_lane(a, 3) % f32x4.extract_lane(b, 3));
  return towardsDivisor(rest, b);
}
