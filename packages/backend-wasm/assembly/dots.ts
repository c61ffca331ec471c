import { bytes, multiplyAdd, total } from './simd';
import { dots } from './workspace';

// Products with at most three rows or columns whose operands both run along the summed axis. Lanes are steps of the sum:
// tiles, whose lanes are columns, would stay empty. `long` has many rows, each read once, `thin` at most three:
//   c[i · stepLong + j · stepThin] = max(low, dot(long[i], thin[j]) + start[i · startLong + j · startThin])
// Strides are in bytes; `start` 0 is none.
@unmanaged
export class Dots {
  depth: i32;
  long: usize;
  rowLong: usize;
  thin: usize;
  rowThin: usize;
  c: usize;
  stepLong: usize;
  stepThin: usize;
  start: usize;
  startLong: usize;
  startThin: usize;
  low: f32;
}

// Rows first to end (not included) of `long` times `count` rows of `thin`.
export function runDots(first: i32, end: i32, count: i32): void {
  for (let i = first; i < end; i += 4) {
    for (let j = 0; j < count; j++) fourByOne(dots, i, min(4, end - i), j);
  }
}

function fourByOne(d: Dots, i: i32, height: i32, j: i32): void {
  const end = bytes(d.depth),
    whole8 = bytes(d.depth & ~7),
    whole4 = bytes(d.depth & ~3);
  const x = d.thin + d.rowThin * j,
    p0 = d.long + d.rowLong * i,
    p1 = height > 1 ? p0 + d.rowLong : p0,
    p2 = height > 2 ? p1 + d.rowLong : p0,
    p3 = height > 3 ? p2 + d.rowLong : p0;
  let s0 = f32x4.splat(0),
    s1 = s0,
    s2 = s0,
    s3 = s0,
    t0 = s0,
    t1 = s0,
    t2 = s0,
    t3 = s0;
  let k: usize = 0;
  for (; k < whole8; k += 32) {
    const y = v128.load(x + k),
      z = v128.load(x + k, 16);
    s0 = multiplyAdd(y, v128.load(p0 + k), s0);
    s1 = multiplyAdd(y, v128.load(p1 + k), s1);
    s2 = multiplyAdd(y, v128.load(p2 + k), s2);
    s3 = multiplyAdd(y, v128.load(p3 + k), s3);
    t0 = multiplyAdd(z, v128.load(p0 + k, 16), t0);
    t1 = multiplyAdd(z, v128.load(p1 + k, 16), t1);
    t2 = multiplyAdd(z, v128.load(p2 + k, 16), t2);
    t3 = multiplyAdd(z, v128.load(p3 + k, 16), t3);
  }
  if (k < whole4) {
    const y = v128.load(x + k);
    s0 = multiplyAdd(y, v128.load(p0 + k), s0);
    s1 = multiplyAdd(y, v128.load(p1 + k), s1);
    s2 = multiplyAdd(y, v128.load(p2 + k), s2);
    s3 = multiplyAdd(y, v128.load(p3 + k), s3);
    k += 16;
  }
  finish(d, i, j, f32x4.add(s0, t0), p0, x, k, end);
  if (height > 1) finish(d, i + 1, j, f32x4.add(s1, t1), p1, x, k, end);
  if (height > 2) finish(d, i + 2, j, f32x4.add(s2, t2), p2, x, k, end);
  if (height > 3) finish(d, i + 3, j, f32x4.add(s3, t3), p3, x, k, end);
}

// One result: the lanes, the steps from k on that fill no lanes, and what the sum starts from.
function finish(d: Dots, i: i32, j: i32, lanes: v128, p: usize, q: usize, k: usize, end: usize): void {
  let sum = total(lanes);
  for (; k < end; k += 4) sum += load<f32>(p + k) * load<f32>(q + k);
  if (d.start) sum += load<f32>(d.start + d.startLong * i + d.startThin * j);
  store<f32>(d.c + d.stepLong * i + d.stepThin * j, max<f32>(sum, d.low));
}
