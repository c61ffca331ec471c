// Softmax over rows of `count` floats, for the rows from `first` up to `last`. NaN and infinities go through as IEEE 754
// has them: a row with a NaN or with nothing but -∞ becomes NaN. Probabilities below 1.6e-38 are 0.
import { logLanes } from '../math/logarithm';
import { expFlushedLanes } from '../math/exponential';
import { laneMask, loadLanes, storeLanes } from '../partial';
import { bytes, largest, total } from '../simd';

// Floats that are summed in float32 before their sum goes into a float64.
const BLOCK: i32 = 1024;

export function softmax(x: usize, first: i32, last: i32, count: i32, y: usize): void {
  const row = bytes(count);
  x += row * first;
  y += row * first;
  for (let r = first; r < last; r++) {
    scaleRow(y, count, <f32>(1 / exponentials(x, count, rowMaximum(x, count), y)));
    x += row;
    y += row;
  }
}

// y = x - log Σ e^x
export function logSoftmax(x: usize, first: i32, last: i32, count: i32, y: usize): void {
  const row = bytes(count);
  x += row * first;
  y += row * first;
  for (let r = first; r < last; r++) {
    const maximum = rowMaximum(x, count);
    const sum = exponentials(x, count, maximum, y);
    const log = f32x4.extract_lane(logLanes(f32x4.splat(<f32>sum)), 0);
    subtractTwice(x, count, maximum, log, y);
    x += row;
    y += row;
  }
}

// y = e^(x - shift) for a shift that no x exceeds; returns the sum.
function exponentials(x: usize, count: i32, shift: f32, y: usize): f64 {
  const shifts = f32x4.splat(shift);
  let sum: f64 = 0;
  for (let from = 0; from < count; from += BLOCK) {
    const size = min(BLOCK, count - from);
    let part = f32x4.splat(0);
    for (const end = x + bytes(size & ~3); x < end; x += 16, y += 16) {
      const e = expFlushedLanes(f32x4.sub(v128.load(x), shifts));
      v128.store(y, e);
      part = f32x4.add(part, e);
    }
    const left = size & 3;
    if (left) {
      const e = expFlushedLanes(f32x4.sub(loadLanes(x, left), shifts));
      storeLanes(y, e, left);
      part = f32x4.add(part, v128.and(e, laneMask(left)));
    }
    sum += total(part);
  }
  return sum;
}

// y = x - a - b
function subtractTwice(x: usize, count: i32, a: f32, b: f32, y: usize): void {
  const first = f32x4.splat(a);
  const second = f32x4.splat(b);
  for (const whole = x + bytes(count & ~3); x < whole; x += 16, y += 16) {
    v128.store(y, f32x4.sub(f32x4.sub(v128.load(x), first), second));
  }
  const left = count & 3;
  if (left) storeLanes(y, f32x4.sub(f32x4.sub(loadLanes(x, left), first), second), left);
}

// The largest number of a row; NaN is passed over, and shows in the exponentials.
function rowMaximum(x: usize, count: i32): f32 {
  let most = f32x4.splat(-Infinity);
  const whole = x + bytes(count & ~3);
  for (; x < whole; x += 16) most = f32x4.pmax(most, v128.load(x));
  if (count & 3) most = f32x4.pmax(most, loadLanes(x, count & 3));
  return largest(most);
}

function scaleRow(y: usize, count: i32, factor: f32): void {
  const factors = f32x4.splat(factor);
  for (const end = y + bytes(count & ~3); y < end; y += 16) v128.store(y, f32x4.mul(v128.load(y), factors));
  const left = count & 3;
  if (left) storeLanes(y, f32x4.mul(loadLanes(y, left), factors), left);
}
