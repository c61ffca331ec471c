// The part of a product that shares its right operand's panels: tiles below one another or side by side. Callers fill in
// `tile` of ./workspace but for what leads from one tile to the next. Operands may be read up to 20 bytes past their end.
import { storeLanes } from './partial';
import { bytes } from './simd';
import { Tile } from './tile';
import { runTile } from './tiles';
import { tile, tileScratch, wide, zeros } from './workspace';

// Fused multiply-add leaves room for six rows of accumulators; without it four already keep the processor busy.
export const TILE_ROWS: i32 = ASC_FEATURE_RELAXED_SIMD ? 6 : 4;

// Steps of a sum that are short, so that writing the result costs as much as computing it, and steps to take at a time
// of an operand that is not packed.
export const SHORT: i32 = 32;
export const SHALLOW: i32 = 128;

// Bytes of a row of a panel: the eight columns of a tile.
export const PANEL: usize = 32;

// Columns of the next strip, of so many that are left.
export function stripColumns(left: i32): i32 {
  return wide && left >= 16 ? 16 : min(8, left);
}

// Strips side by side. The panels of the right operand are `panelB` bytes apart; results, and what they start from unless
// that is `zeros`, follow one another.
export function strips(rows: i32, columns: i32, panelB: usize): void {
  const t = tile;
  const a = t.a,
    b = t.b,
    c = t.c,
    init = t.init;
  t.panelB = panelB;
  for (let j = 0, width = 0; j < columns; j += width) {
    width = stripColumns(columns - j);
    t.a = a;
    t.b = b + panelB * (j >> 3);
    t.c = c + bytes(j);
    t.init = init == zeros ? zeros : init + bytes(j);
    strip(rows, width);
  }
}

// A strip, as wide as `stripColumns` says and any number of rows high, cut into tiles of nearly equal height
// (13 = 5 + 4 + 4).
export function strip(rows: i32, columns: i32): void {
  const tiles = (rows + TILE_ROWS - 1) / TILE_ROWS;
  const height = rows / tiles;
  const higher = rows % tiles;
  const t = tile;
  if (higher) {
    stack(height + 1, columns, higher);
    const done = <usize>(higher * (height + 1));
    t.a += t.rowA * done;
    t.c += t.rowC * done;
    t.init += t.rowInit * done;
  }
  stack(height, columns, tiles - higher);
}

// A strip of tiles that are all `height` high.
function stack(height: i32, columns: i32, tiles: i32): void {
  tile.nextA = tile.rowA * height;
  stackPanels(height, columns, tiles);
}

// The same where the left operand is packed too: its panels are `nextA` apart.
export function stackPanels(height: i32, columns: i32, tiles: i32): void {
  const t = tile;
  t.nextB = 0;
  t.nextC = t.rowC * height;
  t.nextInit = t.rowInit * height;
  runAny(t, height, columns, tiles);
}

// A band, at most TILE_ROWS rows high and any number of columns wide. The panels of the right operand are `panelB` bytes
// apart.
export function band(rows: i32, columns: i32, panelB: usize): void {
  tile.nextA = 0;
  if (rows == 1 && panelB == PANEL) columns = sideBySide(1, columns, 32, 4 * PANEL);
  tile.panelB = panelB;
  if (wide) columns = sideBySide(rows, columns, 16, 2 * panelB);
  columns = sideBySide(rows, columns, 8, panelB);
  if (columns) runAny(tile, rows, columns, 1);
}

// As many whole tiles as go into the columns; returns the columns that are left.
function sideBySide(rows: i32, columns: i32, width: i32, panelB: usize): i32 {
  const t = tile;
  const count = columns / width;
  if (count == 0) return columns;
  t.nextB = panelB;
  t.nextC = bytes(width);
  t.nextInit = t.init == zeros ? 0 : t.nextC;
  runTile(t, rows, width, count);
  t.b += t.nextB * count;
  t.c += t.nextC * count;
  t.init += t.nextInit * count;
  return columns - width * count;
}

// Rows that do not fill their vectors must not be stored as a whole.
function runAny(t: Tile, height: i32, columns: i32, tiles: i32): void {
  if (columns & 3) runUneven(t, height, columns, tiles);
  else runTile(t, height, columns, tiles);
}

function runUneven(t: Tile, height: i32, columns: i32, tiles: i32): void {
  const a = t.a,
    init = t.init,
    rowInit = t.rowInit,
    low = t.low,
    rowC = t.rowC;
  let c = t.c,
    from = init;
  t.c = tileScratch;
  t.rowC = PANEL;
  t.init = zeros;
  t.rowInit = 0;
  t.low = -Infinity;
  const floor = f32x4.splat(low);
  for (let i = 0; i < tiles; i++) {
    runTile(t, height, columns, 1);
    for (let r = 0; r < height; r++) {
      finishRow(columns, tileScratch + PANEL * r, c + rowC * r, from + rowInit * r, floor);
    }
    t.a += t.nextA;
    c += t.nextC;
    from += t.nextInit;
  }
  t.a = a;
  t.c = c - t.nextC * tiles;
  t.rowC = rowC;
  t.init = init;
  t.rowInit = rowInit;
  t.low = low;
}

function finishRow(columns: i32, row: usize, c: usize, init: usize, floor: v128): void {
  for (let j = 0; j < columns; j += 4) {
    const at = bytes(j);
    const sum = f32x4.max(f32x4.add(v128.load(init + at), v128.load(row + at)), floor);
    storeLanes(c + at, sum, columns - j);
  }
}
