// Products of the rows of one step with a matrix that all steps share: it is packed once.
import { bytes } from '../simd';
import { PANEL, SHORT, TILE_ROWS, band, strips } from '../strips';
import { tile, zeros } from '../workspace';

// Bytes of `depth` x `columns` numbers as `packColumns` packs them.
export function packedBytes(depth: i32, columns: i32): usize {
  return PANEL * depth * ((columns + 7) >> 3);
}

// c = init + a · b, where b is packed. Strides are in bytes; `init` may be c itself or `zeros`, with stride 0.
export function stepProduct(
  rows: i32,
  columns: i32,
  depth: i32,
  a: usize,
  rowA: usize,
  b: usize,
  c: usize,
  rowC: usize,
  init: usize,
  rowInit: usize,
): void {
  const t = tile;
  t.rowA = rowA;
  t.stepA = 4;
  t.segmentA = 0;
  t.stepB = PANEL;
  t.segmentB = 0;
  t.length = depth;
  t.segments = 1;
  t.rowC = rowC;
  t.rowInit = rowInit;
  t.low = -Infinity;
  if (depth <= SHORT) {
    // Sums are so short that rows of the result should be written in whole lines.
    for (let i = 0; i < rows; i += TILE_ROWS) {
      t.a = a + rowA * i;
      t.b = b;
      t.c = c + rowC * i;
      t.init = init + rowInit * i;
      band(min(TILE_ROWS, rows - i), columns, PANEL * depth);
    }
    return;
  }
  t.a = a;
  t.b = b;
  t.c = c;
  t.init = init;
  strips(rows, columns, PANEL * depth);
}
