import { bytes } from './simd';

// y[o, i] = Σ_k x[o, k, i] / divisor for x [outer, count, inner], summed in float64: a float32 sum of ten million
// equal numbers is off by percents.
export function sum(x: usize, outer: i32, count: i32, inner: i32, y: usize, divisor: f64): void {
  for (let o = 0; o < outer; o++) {
    if (inner == 1) store<f32>(y, <f32>(sumOfRow(x, count) / divisor));
    else sumOfColumns(x, count, inner, inner, y, divisor);
    x += bytes(count * inner);
    y += bytes(inner);
  }
}

function sumOfRow(x: usize, count: i32): f64 {
  let a = f64x2.splat(0),
    b = a,
    c = a,
    d = a;
  const end = x + bytes(count),
    whole = x + bytes(count & ~7);
  for (; x < whole; x += 32) {
    a = f64x2.add(a, f64x2.promote_low_f32x4(v128.load64_zero(x)));
    b = f64x2.add(b, f64x2.promote_low_f32x4(v128.load64_zero(x, 8)));
    c = f64x2.add(c, f64x2.promote_low_f32x4(v128.load64_zero(x, 16)));
    d = f64x2.add(d, f64x2.promote_low_f32x4(v128.load64_zero(x, 24)));
  }
  a = f64x2.add(f64x2.add(a, b), f64x2.add(c, d));
  let sum = f64x2.extract_lane(a, 0) + f64x2.extract_lane(a, 1);
  for (; x < end; x += 4) sum += load<f32>(x);
  return sum;
}

// Eight columns at a time: half of a cache line, and all the accumulators that fit.
function sumOfColumns(x: usize, count: i32, inner: i32, columns: i32, y: usize, divisor: f64): void {
  const row = bytes(inner),
    end = bytes(columns),
    whole = bytes(columns & ~7);
  const divisors = f64x2.splat(divisor);
  let j: usize = 0;
  for (; j < whole; j += 32) {
    let a = f64x2.splat(0),
      b = a,
      c = a,
      d = a;
    let p = x + j;
    for (let k = 0; k < count; k++) {
      a = f64x2.add(a, f64x2.promote_low_f32x4(v128.load64_zero(p)));
      b = f64x2.add(b, f64x2.promote_low_f32x4(v128.load64_zero(p, 8)));
      c = f64x2.add(c, f64x2.promote_low_f32x4(v128.load64_zero(p, 16)));
      d = f64x2.add(d, f64x2.promote_low_f32x4(v128.load64_zero(p, 24)));
      p += row;
    }
    v128.store64_lane(y + j, f32x4.demote_f64x2_zero(f64x2.div(a, divisors)), 0);
    v128.store64_lane(y + j, f32x4.demote_f64x2_zero(f64x2.div(b, divisors)), 0, 8);
    v128.store64_lane(y + j, f32x4.demote_f64x2_zero(f64x2.div(c, divisors)), 0, 16);
    v128.store64_lane(y + j, f32x4.demote_f64x2_zero(f64x2.div(d, divisors)), 0, 24);
  }
  for (; j < end; j += 4) {
    let sum: f64 = 0;
    let p = x + j;
    for (let k = 0; k < count; k++) {
      sum += load<f32>(p);
      p += row;
    }
    store<f32>(y + j, <f32>(sum / divisor));
  }
}
