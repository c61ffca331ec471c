// Multiply-adds on registers alone: as fast as this machine can go with four lanes. The factors come from the caller,
// because V8 makes constants anew at each use.
export function multiplyAdds(count: i32, start: f32, factor: f32, term: f32): f32 {
  const x = f32x4.splat(factor);
  const y = f32x4.splat(term);
  let s0 = f32x4.splat(start);
  let s1 = f32x4.add(s0, x),
    s2 = f32x4.add(s1, x),
    s3 = f32x4.add(s2, x),
    s4 = f32x4.add(s3, x);
  let s5 = f32x4.add(s4, x),
    s6 = f32x4.add(s5, x),
    s7 = f32x4.add(s6, x),
    s8 = f32x4.add(s7, x);
  let s9 = f32x4.add(s8, x),
    sA = f32x4.add(s9, x),
    sB = f32x4.add(sA, x);
  do {
    s0 = step(s0, x, y);
    s1 = step(s1, x, y);
    s2 = step(s2, x, y);
    s3 = step(s3, x, y);
    s4 = step(s4, x, y);
    s5 = step(s5, x, y);
    s6 = step(s6, x, y);
    s7 = step(s7, x, y);
    s8 = step(s8, x, y);
    s9 = step(s9, x, y);
    sA = step(sA, x, y);
    sB = step(sB, x, y);
  } while (--count);
  const sum = f32x4.add(
    f32x4.add(
      f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3)),
      f32x4.add(f32x4.add(s4, s5), f32x4.add(s6, s7)),
    ),
    f32x4.add(f32x4.add(s8, s9), f32x4.add(sA, sB)),
  );
  return f32x4.extract_lane(sum, 0);
}

function step(s: v128, x: v128, y: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(s, x, y);
  return f32x4.add(f32x4.mul(s, x), y);
}
