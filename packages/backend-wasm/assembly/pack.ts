import { bytes } from './simd';
import { PANEL, TILE_ROWS } from './strips';

// Copies depth x columns of a matrix into panels of 8 columns, row after row, so that a tile reads them in sequence.
// `transposed` says that the matrix is stored columns x depth; `row` is its stride in bytes. What lies in the columns
// that the last panel has too many does not matter.
export function packColumns(
  b: usize,
  row: usize,
  transposed: bool,
  depth: i32,
  columns: i32,
  panel: usize,
): void {
  const whole = transposed ? 0 : packWhole(b, row, depth, columns, panel);
  panel += PANEL * depth * (whole >> 3);
  for (let j = whole; j < columns; j += 8) {
    const width = min(8, columns - j);
    if (transposed) {
      packTransposed(b + row * j, row, min(4, width), depth, panel);
      if (width > 4) packTransposed(b + row * (j + 4), row, width - 4, depth, panel + 16);
    } else {
      let source = b + bytes(j),
        to = panel;
      for (let k = 0; k < depth; k++) {
        v128.store(to, v128.load(source));
        if (width > 4) v128.store(to, v128.load(source, 16), 16);
        source += row;
        to += PANEL;
      }
    }
    panel += PANEL * depth;
  }
}

// Four panels at a time, so that a row that is read takes whole lines of the cache; returns the columns that are done.
function packWhole(b: usize, row: usize, depth: i32, columns: i32, panel: usize): i32 {
  const size = PANEL * depth;
  let j = 0;
  for (; j + 32 <= columns; j += 32) {
    let p = b + bytes(j),
      q = panel;
    const end = q + size;
    do {
      v128.store(q, v128.load(p));
      v128.store(q, v128.load(p, 16), 16);
      v128.store(q + size, v128.load(p, 32));
      v128.store(q + size, v128.load(p, 48), 16);
      v128.store(q + 2 * size, v128.load(p, 64));
      v128.store(q + 2 * size, v128.load(p, 80), 16);
      v128.store(q + 3 * size, v128.load(p, 96));
      v128.store(q + 3 * size, v128.load(p, 112), 16);
      p += row;
      q += PANEL;
    } while (q < end);
    panel += 4 * size;
  }
  return j;
}

// One half of a panel: up to four rows of the source become its columns.
function packTransposed(b: usize, row: usize, rows: i32, depth: i32, half: usize): void {
  const r0 = b;
  const r1 = rows > 1 ? r0 + row : r0;
  const r2 = rows > 2 ? r1 + row : r0;
  const r3 = rows > 3 ? r2 + row : r0;
  let k = 0;
  for (; k + 4 <= depth; k += 4) {
    const at = bytes(k);
    const w = v128.load(r0 + at),
      x = v128.load(r1 + at),
      y = v128.load(r2 + at),
      z = v128.load(r3 + at);
    const wxLow = i32x4.shuffle(w, x, 0, 4, 1, 5),
      wxHigh = i32x4.shuffle(w, x, 2, 6, 3, 7);
    const yzLow = i32x4.shuffle(y, z, 0, 4, 1, 5),
      yzHigh = i32x4.shuffle(y, z, 2, 6, 3, 7);
    v128.store(half, i64x2.shuffle(wxLow, yzLow, 0, 2));
    v128.store(half, i64x2.shuffle(wxLow, yzLow, 1, 3), 32);
    v128.store(half, i64x2.shuffle(wxHigh, yzHigh, 0, 2), 64);
    v128.store(half, i64x2.shuffle(wxHigh, yzHigh, 1, 3), 96);
    half += 128;
  }
  for (; k < depth; k++) {
    const at = bytes(k);
    store<f32>(half, load<f32>(r0 + at));
    store<f32>(half, load<f32>(r1 + at), 4);
    store<f32>(half, load<f32>(r2 + at), 8);
    store<f32>(half, load<f32>(r3 + at), 12);
    half += 32;
  }
}

// Copies a left operand that is stored depth x rows into panels of TILE_ROWS rows.
export function packRows(a: usize, row: usize, depth: i32, rows: i32, panel: usize): void {
  for (let i = 0; i < rows; i += TILE_ROWS) {
    let source = a + bytes(i);
    for (let k = 0; k < depth; k++) {
      v128.store(panel, v128.load(source));
      if (TILE_ROWS == 6) v128.store64_lane(panel, v128.load64_zero(source, 16), 0, 16);
      source += row;
      panel += bytes(TILE_ROWS);
    }
  }
}
