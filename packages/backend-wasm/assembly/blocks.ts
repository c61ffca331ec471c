// Products in blocks that the caches hold: the right operand in panels of 8 columns, packed or in place, the left one in
// bands of TILE_ROWS rows.
import { packColumns, packRows } from './pack';
import { Product } from './product';
import { bytes } from './simd';
import { PANEL, SHALLOW, SHORT, TILE_ROWS, band, stackPanels, strip, stripColumns } from './strips';
import { BLOCK_COLUMNS, BLOCK_ROWS, DEPTH, packedA, packedB, tile, zeros } from './workspace';

// Few rows read the right operand too rarely to pay for packing it. It is read as it lies, a few of its rows at a time.
const FEW_ROWS: i32 = 2 * TILE_ROWS;
const SHALLOW: i32 = 128;

// Sums so short that writing the result costs as much as computing it. Bands then pass over as many panels as the first
// level of cache holds, NEAR floats, so that rows of the result are written in whole lines.
const NEAR: i32 = 4096;

export function blocks(p: Product): void {
  const inPlaceB = !p.transposeB && (p.rows <= FEW_ROWS || p.rowB <= bytes(64));
  const inPlaceA = !p.transposeA || p.columns <= 16 || p.rowA <= bytes(64);
  const most = !inPlaceB || p.rowB <= bytes(64) ? DEPTH : p.rows == 1 ? SHALLOW >> 3 : SHALLOW;
  const t = tile;
  t.rowC = p.rowC;
  t.segments = 1;
  t.segmentA = 0;
  t.segmentB = 0;
  t.rowA = p.transposeA ? 4 : p.rowA;
  t.stepA = !inPlaceA ? bytes(TILE_ROWS) : p.transposeA ? p.rowA : 4;
  t.stepB = inPlaceB ? p.rowB : PANEL;
  for (let j = p.firstColumn; j < p.endColumn; j += BLOCK_COLUMNS) {
    const width = min(BLOCK_COLUMNS, p.endColumn - j);
    for (let k = 0; k < p.depth; k += most) {
      const deep = min(most, p.depth - k);
      const blockB = p.b + (p.transposeB ? p.rowB * j + bytes(k) : p.rowB * k + bytes(j));
      if (!inPlaceB) packColumns(blockB, p.rowB, p.transposeB, deep, width, packedB);
      t.length = deep;
      t.low = k + deep < p.depth ? -Infinity : p.low;
      const start = k == 0 ? p.start : p.c;
      t.rowInit = k == 0 ? p.rowStart : p.rowC;
      for (let i = p.firstRow; i < p.endRow; i += BLOCK_ROWS) {
        const height = min(BLOCK_ROWS, p.endRow - i);
        const blockA = p.a + (p.transposeA ? p.rowA * k + bytes(i) : p.rowA * i + bytes(k));
        if (!inPlaceA) packRows(blockA, p.rowA, deep, height, packedA);
        block(
          height,
          width,
          inPlaceA ? blockA : packedA,
          inPlaceA,
          inPlaceB ? blockB : packedB,
          inPlaceB ? PANEL : PANEL * deep,
          p.c + p.rowC * i + bytes(j),
          start ? start + t.rowInit * i + bytes(j) : zeros,
        );
      }
    }
  }
}

function block(
  height: i32,
  width: i32,
  a: usize,
  inPlaceA: bool,
  b: usize,
  panelB: usize,
  c: usize,
  init: usize,
): void {
  const near = tile.length <= SHORT && width > 16 ? (NEAR / tile.length) & ~7 : 8;
  tile.panelB = panelB;
  for (let j = 0, columns = 0; j < width; j += columns) {
    columns = near == 8 ? stripColumns(width - j) : min(near, width - j);
    const panels = b + panelB * (j >> 3);
    const corner = c + bytes(j);
    const from = init == zeros ? zeros : init + bytes(j);
    if (near == 8) oneStrip(height, columns, a, inPlaceA, panels, corner, from);
    else bands(height, columns, a, inPlaceA, panels, panelB, corner, from);
  }
}

function bands(
  height: i32,
  columns: i32,
  a: usize,
  inPlaceA: bool,
  b: usize,
  panelB: usize,
  c: usize,
  init: usize,
): void {
  const t = tile;
  const count = (height + TILE_ROWS - 1) / TILE_ROWS;
  let i = 0;
  for (let n = count; n > 0; n--) {
    // Packed panels are as high as a tile; rows in place can be shared out evenly.
    const rows = inPlaceA ? (height - i + n - 1) / n : min(TILE_ROWS, height - i);
    t.a = a + (inPlaceA ? t.rowA * i : bytes(i * t.length));
    t.b = b;
    t.c = c + t.rowC * i;
    t.init = init == zeros ? zeros : init + t.rowInit * i;
    band(rows, columns, panelB);
    i += rows;
  }
}

function oneStrip(
  height: i32,
  columns: i32,
  a: usize,
  inPlaceA: bool,
  b: usize,
  c: usize,
  init: usize,
): void {
  const t = tile;
  t.a = a;
  t.b = b;
  t.c = c;
  t.init = init;
  if (inPlaceA) {
    strip(height, columns);
    return;
  }
  const whole = height / TILE_ROWS;
  t.nextA = bytes(TILE_ROWS * t.length);
  if (whole) {
    stackPanels(TILE_ROWS, columns, whole);
    const done = <usize>(whole * TILE_ROWS);
    t.a += t.nextA * whole;
    t.c += t.rowC * done;
    t.init += t.rowInit * done;
  }
  if (height % TILE_ROWS) stackPanels(height % TILE_ROWS, columns, 1);
}
