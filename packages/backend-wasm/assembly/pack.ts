import { bytes } from './simd';
import { TILE_ROWS } from './product';

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
  for (let j = 0; j < columns; j += 8) {
    const width = min(8, columns - j);
    if (transposed) {
      packTransposed(b + row * j, row, min(4, width), depth, panel);
      if (width > 4) packTransposed(b + row * (j + 4), row, width - 4, depth, panel + 16);
      panel += (<usize>depth) << 5;
    } else {
      let source = b + bytes(j);
      for (let k = 0; k < depth; k++) {
        v128.store(panel, v128.load(source));
        if (width > 4) v128.store(panel, v128.load(source, 16), 16);
        source += row;
        panel += 32;
      }
    }
  }
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
