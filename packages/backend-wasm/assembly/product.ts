import { runTile } from './tiles';
import { tileScratch, zeros } from './workspace';

// Fused multiply-add leaves room for six rows of accumulators; without it four already keep the processor busy.
export const TILE_ROWS: i32 = ASC_FEATURE_RELAXED_SIMD ? 6 : 4;

// A strip of a product, at most 8 columns wide and any number of rows high, cut into tiles of nearly equal height
// (13 = 5 + 4 + 4). See scripts/tiles.mjs for the formula. Operands may be read up to 20 bytes past their end.
export function product(
  rows: i32,
  columns: i32,
  a: usize,
  rowA: usize,
  stepA: usize,
  segmentA: usize,
  b: usize,
  stepB: usize,
  segmentB: usize,
  length: i32,
  segments: i32,
  c: usize,
  rowC: usize,
  init: usize,
  rowInit: usize,
  low: f32,
): void {
  const tiles = (rows + TILE_ROWS - 1) / TILE_ROWS;
  const height = rows / tiles;
  const higher = rows % tiles;
  if (columns & 3) {
    for (let t = 0; t < tiles; t++) {
      const h = t < higher ? height + 1 : height;
      runTile(
        h,
        columns,
        1,
        a,
        rowA,
        stepA,
        segmentA,
        b,
        stepB,
        segmentB,
        length,
        segments,
        tileScratch,
        32,
        zeros,
        0,
        -Infinity,
      );
      for (let r = 0; r < h; r++) {
        finishRow(columns, tileScratch + ((<usize>r) << 5), c, init, low);
        c += rowC;
        init += rowInit;
      }
      a += rowA * h;
    }
    return;
  }
  if (higher) {
    runTile(
      height + 1,
      columns,
      higher,
      a,
      rowA,
      stepA,
      segmentA,
      b,
      stepB,
      segmentB,
      length,
      segments,
      c,
      rowC,
      init,
      rowInit,
      low,
    );
    const done = <usize>(higher * (height + 1));
    a += rowA * done;
    c += rowC * done;
    init += rowInit * done;
  }
  runTile(
    height,
    columns,
    tiles - higher,
    a,
    rowA,
    stepA,
    segmentA,
    b,
    stepB,
    segmentB,
    length,
    segments,
    c,
    rowC,
    init,
    rowInit,
    low,
  );
}

// A row that does not fill its vectors: it must not be stored as a whole.
function finishRow(columns: i32, row: usize, c: usize, init: usize, low: f32): void {
  for (let j: usize = 0; j < (<usize>columns) << 2; j += 4) {
    store<f32>(c + j, max<f32>(load<f32>(init + j) + load<f32>(row + j), low));
  }
}
