// What kernels do with a row of `count` floats.
import { laneMask, loadLanes, storeLanes } from '../partial';
import { bytes, largest, multiplyAdd, total } from '../simd';

// Floats that are summed in float32 before their sum goes into a float64.
export const BLOCK: i32 = 1024;

export function rowMaximum(x: usize, count: i32): f32 {
  let most = f32x4.splat(-Infinity);
  const whole = x + bytes(count & ~3);
  for (; x < whole; x += 16) most = f32x4.max(most, v128.load(x));
  if (count & 3) most = f32x4.max(most, loadLanes(x, count & 3));
  return largest(most);
}

export function scaleRow(y: usize, count: i32, factor: f32): void {
  const factors = f32x4.splat(factor);
  for (const end = y + bytes(count & ~3); y < end; y += 16) v128.store(y, f32x4.mul(v128.load(y), factors));
  const left = count & 3;
  if (left) storeLanes(y, f32x4.mul(loadLanes(y, left), factors), left);
}

export function rowSum(x: usize, count: i32): f64 {
  let sum: f64 = 0;
  for (let from = 0; from < count; from += BLOCK) {
    const size = min(BLOCK, count - from);
    let part = f32x4.splat(0);
    for (const end = x + bytes(size & ~3); x < end; x += 16) part = f32x4.add(part, v128.load(x));
    const left = size & 3;
    if (left) part = f32x4.add(part, v128.and(loadLanes(x, left), laneMask(left)));
    sum += total(part);
  }
  return sum;
}

// Σ a b
export function rowProduct(a: usize, b: usize, count: i32): f64 {
  let sum: f64 = 0;
  for (let from = 0; from < count; from += BLOCK) {
    const size = min(BLOCK, count - from);
    let part = f32x4.splat(0);
    for (const end = a + bytes(size & ~3); a < end; a += 16, b += 16) {
      part = multiplyAdd(v128.load(a), v128.load(b), part);
    }
    const left = size & 3;
    if (left) {
      const product = f32x4.mul(loadLanes(a, left), loadLanes(b, left));
      part = f32x4.add(part, v128.and(product, laneMask(left)));
    }
    sum += total(part);
  }
  return sum;
}
