// The largest, the smallest and the product: x [outer, count, inner] → y [outer, inner]. NaN if one is NaN.
import { bytes } from '../simd';
import { Maximum, Minimum, Product } from './combine';

export function maximumOf(x: usize, outer: i32, count: i32, inner: i32, y: usize): void {
  reduce<Maximum>(x, outer, count, inner, y);
}

export function minimumOf(x: usize, outer: i32, count: i32, inner: i32, y: usize): void {
  reduce<Minimum>(x, outer, count, inner, y);
}

export function productOf(x: usize, outer: i32, count: i32, inner: i32, y: usize): void {
  reduce<Product>(x, outer, count, inner, y);
}

function reduce<C>(x: usize, outer: i32, count: i32, inner: i32, y: usize): void {
  for (let o = 0; o < outer; o++) {
    if (inner == 1) store<f32>(y, reduceRow<C>(x, count));
    else reduceColumns<C>(x, count, inner, y);
    x += bytes(count * inner);
    y += bytes(inner);
  }
}

function reduceRow<C>(x: usize, count: i32): f32 {
  const combine = changetype<C>(<usize>0);
  const end = x + bytes(count);
  let result = combine.start();
  if (count >= 16) {
    const whole = x + bytes(count & ~15);
    let a = f32x4.splat(combine.start());
    let b = a;
    let c = a;
    let d = a;
    for (; x < whole; x += 64) {
      a = combine.lanes(a, v128.load(x));
      b = combine.lanes(b, v128.load(x, 16));
      c = combine.lanes(c, v128.load(x, 32));
      d = combine.lanes(d, v128.load(x, 48));
    }
    a = combine.lanes(combine.lanes(a, b), combine.lanes(c, d));
    const low = combine.one(f32x4.extract_lane(a, 0), f32x4.extract_lane(a, 1));
    result = combine.one(low, combine.one(f32x4.extract_lane(a, 2), f32x4.extract_lane(a, 3)));
  }
  for (; x < end; x += 4) result = combine.one(result, load<f32>(x));
  return result;
}

// Sixteen columns at a time: a line of the cache.
function reduceColumns<C>(x: usize, count: i32, inner: i32, y: usize): void {
  const combine = changetype<C>(<usize>0);
  const row = bytes(inner);
  let j: usize = 0;
  for (const whole = bytes(inner & ~15); j < whole; j += 64) {
    let a = f32x4.splat(combine.start());
    let b = a;
    let c = a;
    let d = a;
    for (let k = 0, p = x + j; k < count; k++, p += row) {
      a = combine.lanes(a, v128.load(p));
      b = combine.lanes(b, v128.load(p, 16));
      c = combine.lanes(c, v128.load(p, 32));
      d = combine.lanes(d, v128.load(p, 48));
    }
    v128.store(y + j, a);
    v128.store(y + j, b, 16);
    v128.store(y + j, c, 32);
    v128.store(y + j, d, 48);
  }
  for (const whole = bytes(inner & ~3); j < whole; j += 16) {
    let a = f32x4.splat(combine.start());
    for (let k = 0, p = x + j; k < count; k++, p += row) a = combine.lanes(a, v128.load(p));
    v128.store(y + j, a);
  }
  for (; j < row; j += 4) {
    let a = combine.start();
    for (let k = 0, p = x + j; k < count; k++, p += row) a = combine.one(a, load<f32>(p));
    store<f32>(y + j, a);
  }
}
