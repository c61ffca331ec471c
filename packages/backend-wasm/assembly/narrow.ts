// Convolutions to at most three filters. Lanes run along the rows of a window, because tiles, whose lanes are filters,
// would stay empty; eight windows next to one another share the filter that is read.
import { bytes, multiplyAdd, totals } from './simd';
import { tileScratch } from './workspace';

// Whether the products of `count` filters with rows of `length` floats are computed so.
export function isNarrow(count: i32, length: i32): bool {
  return count <= 3 && length >= 8;
}

// Floats of a row of a filter, of which those beyond the row are zero.
function rowOf(length: i32): i32 {
  return (length + 3) & ~3;
}

// A row of a filter, `cells` of `size` floats each, copied for `slideNarrow`: from one float to the next are `step` bytes.
// Returns the address behind it.
export function turnRow(
  from: usize,
  column: usize,
  cells: i32,
  size: i32,
  to: usize,
  step: usize = 4,
): usize {
  let count = 0;
  for (let v = 0; v < cells; v++) {
    for (let k = 0; k < size; k++) {
      store<f32>(to + bytes(count++), load<f32>(from + step * k));
    }
    from += column;
  }
  while (count & 3) store<f32>(to + bytes(count++), 0);
  return to + bytes(count);
}

// y[j, f] = max(low, window at j · filter f + bias[f]) for `width` windows, which are `cellX` bytes apart as their
// results are `cellY`. `filters` lie one after the other.
export function slideNarrow(
  x: usize,
  rowX: usize,
  cellX: usize,
  rows: i32,
  length: i32,
  filters: usize,
  count: i32,
  y: usize,
  cellY: usize,
  width: i32,
  bias: usize,
  low: f32,
): void {
  const size = bytes(rows * rowOf(length));
  for (let f = 0; f < count; f++) {
    const filter = filters + size * f;
    const shift: f32 = bias ? load<f32>(bias + bytes(f)) : 0;
    const to = y + bytes(f);
    if (width < 4) {
      for (let j = 0; j < width; j++) {
        windows(x + cellX * j, x + cellX * j, 0, rowX, rows, length, filter);
        finish(to + cellY * j, 0, 1, tileScratch, shift, low);
      }
      continue;
    }
    // The last windows are computed twice where eight do not go into the width.
    for (let j = 0; j < width; j += 8) {
      const first = max(0, min(j, width - 8)),
        second = min(j + 4, width - 4);
      windows(x + cellX * first, x + cellX * second, cellX, rowX, rows, length, filter);
      finish(to + cellY * first, cellY, 4, tileScratch, shift, low);
      finish(to + cellY * second, cellY, 4, tileScratch + 16, shift, low);
    }
  }
}

// The products of one filter with four windows from `x` on and four from `z` on, to `tileScratch`.
function windows(x: usize, z: usize, cell: usize, rowX: usize, rows: i32, length: i32, filter: usize): void {
  const cell2 = 2 * cell,
    cell3 = 3 * cell;
  const whole = bytes(length & ~3);
  const rest = i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(length & 3));
  let s0 = f32x4.splat(0),
    s1 = s0,
    s2 = s0,
    s3 = s0,
    s4 = s0,
    s5 = s0,
    s6 = s0,
    s7 = s0;
  let q = filter;
  do {
    let p = x,
      r = z;
    const end = q + whole;
    do {
      const w = v128.load(q);
      s0 = multiplyAdd(v128.load(p), w, s0);
      s1 = multiplyAdd(v128.load(p + cell), w, s1);
      s2 = multiplyAdd(v128.load(p + cell2), w, s2);
      s3 = multiplyAdd(v128.load(p + cell3), w, s3);
      s4 = multiplyAdd(v128.load(r), w, s4);
      s5 = multiplyAdd(v128.load(r + cell), w, s5);
      s6 = multiplyAdd(v128.load(r + cell2), w, s6);
      s7 = multiplyAdd(v128.load(r + cell3), w, s7);
      p += 16;
      r += 16;
      q += 16;
    } while (q < end);
    if (length & 3) {
      // What lies behind the row of the window may not even be a number.
      const w = v128.load(q);
      s0 = multiplyAdd(v128.and(v128.load(p), rest), w, s0);
      s1 = multiplyAdd(v128.and(v128.load(p + cell), rest), w, s1);
      s2 = multiplyAdd(v128.and(v128.load(p + cell2), rest), w, s2);
      s3 = multiplyAdd(v128.and(v128.load(p + cell3), rest), w, s3);
      s4 = multiplyAdd(v128.and(v128.load(r), rest), w, s4);
      s5 = multiplyAdd(v128.and(v128.load(r + cell), rest), w, s5);
      s6 = multiplyAdd(v128.and(v128.load(r + cell2), rest), w, s6);
      s7 = multiplyAdd(v128.and(v128.load(r + cell3), rest), w, s7);
      q += 16;
    }
    x += rowX;
    z += rowX;
  } while (--rows);
  v128.store(tileScratch, totals(s0, s1, s2, s3));
  v128.store(tileScratch, totals(s4, s5, s6, s7), 16);
}

function finish(y: usize, cellY: usize, count: i32, sums: usize, shift: f32, low: f32): void {
  for (let n = 0; n < count; n++)
    store<f32>(y + cellY * n, max<f32>(load<f32>(sums + bytes(n)) + shift, low));
}
