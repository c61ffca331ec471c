// Products with so few rows or columns that tiles, as blocks.ts makes them, would read a large matrix against its grain or
// compute mostly what nobody wants.
import { runDots } from './dots';
import { Product } from './product';
import { bytes } from './simd';
import { SHALLOW, SHORT, TILE_ROWS, band } from './strips';
import { BLOCK_COLUMNS, DEPTH, dots, packedA, packedB, tile, zeros } from './workspace';

const THIN: i32 = 3;
const THIN_DEPTH: i32 = (DEPTH * BLOCK_COLUMNS) / THIN;

// Most columns of a product that is computed the other way round, and the rows of it that are finished together.
const FEW_COLUMNS: i32 = 2 * TILE_ROWS;
const ROWS_AT_ONCE: i32 = 512;

// Returns whether the product is of this kind and so was computed.
export function few(p: Product): bool {
  if (p.rows <= THIN && p.transposeB && (!p.transposeA || p.depth <= THIN_DEPTH)) {
    const d = dots;
    d.long = p.b;
    d.rowLong = p.rowB;
    d.thin = p.transposeA ? packedB : p.a + p.rowA * p.firstRow;
    d.rowThin = p.transposeA ? bytes(p.depth) : p.rowA;
    if (p.transposeA) turn(p.depth, p.firstRow, p.endRow, p.a, p.rowA, packedB);
    d.stepLong = 4;
    d.stepThin = p.rowC;
    d.startLong = 4;
    d.startThin = p.rowStart;
    share(p, p.rowC * p.firstRow, p.rowStart * p.firstRow);
    runDots(p.firstColumn, p.endColumn, p.endRow - p.firstRow);
    return true;
  }
  if (p.columns <= THIN && !p.transposeA && (p.transposeB || p.depth <= THIN_DEPTH)) {
    const d = dots;
    d.long = p.a;
    d.rowLong = p.rowA;
    d.thin = p.transposeB ? p.b + p.rowB * p.firstColumn : packedB;
    d.rowThin = p.transposeB ? p.rowB : bytes(p.depth);
    if (!p.transposeB) turn(p.depth, p.firstColumn, p.endColumn, p.b, p.rowB, packedB);
    d.stepLong = p.rowC;
    d.stepThin = 4;
    d.startLong = p.rowStart;
    d.startThin = 4;
    share(p, bytes(p.firstColumn), bytes(p.firstColumn));
    runDots(p.firstRow, p.endRow, p.endColumn - p.firstColumn);
    return true;
  }
  if (p.transposeA && p.columns <= FEW_COLUMNS && p.depth > SHORT) {
    for (let i = p.firstRow; i < p.endRow; i += ROWS_AT_ONCE) turned(p, i, min(ROWS_AT_ONCE, p.endRow - i));
    return true;
  }
  return false;
}

function share(p: Product, atC: usize, atStart: usize): void {
  dots.depth = p.depth;
  dots.c = p.c + atC;
  dots.start = p.start ? p.start + atStart : 0;
  dots.low = p.low;
}

// `to` [columns, depth] = columns first to end of a matrix of `depth` rows
function turn(depth: i32, first: i32, end: i32, matrix: usize, row: usize, to: usize): void {
  for (let j = first; j < end; j++) {
    let p = matrix + bytes(j);
    for (let k = 0; k < depth; k++) {
      store<f32>(to, load<f32>(p));
      p += row;
      to += 4;
    }
  }
}

// Some rows of the result, as columns of the transposed product bᵀ · a, which reads `a` along its rows.
function turned(p: Product, firstRow: i32, rows: i32): void {
  const t = tile;
  const columns = p.endColumn - p.firstColumn;
  const rowTurned = bytes((rows + 7) & ~7);
  t.rowA = p.transposeB ? p.rowB : 4;
  t.stepA = p.transposeB ? 4 : p.rowB;
  t.stepB = p.rowA;
  t.segments = 1;
  t.segmentA = 0;
  t.segmentB = 0;
  t.rowC = rowTurned;
  t.low = -Infinity;
  for (let k = 0; k < p.depth; k += SHALLOW) {
    t.length = min(SHALLOW, p.depth - k);
    t.rowInit = k == 0 ? 0 : rowTurned;
    for (let j = 0; j < columns; j += TILE_ROWS) {
      t.a = p.b + t.rowA * (p.firstColumn + j) + t.stepA * k;
      t.b = p.a + p.rowA * k + bytes(firstRow);
      t.c = packedA + rowTurned * j;
      t.init = k == 0 ? zeros : t.c;
      band(min(TILE_ROWS, columns - j), rows, 32);
    }
  }
  for (let i = 0; i < rows; i++) {
    const row = firstRow + i;
    for (let j = 0; j < columns; j++) {
      const at = bytes(p.firstColumn + j);
      const sum = load<f32>(packedA + rowTurned * j + bytes(i));
      const start: f32 = p.start ? load<f32>(p.start + p.rowStart * row + at) : 0;
      store<f32>(p.c + p.rowC * row + at, max<f32>(sum + start, p.low));
    }
  }
}
