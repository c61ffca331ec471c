// Convolution by Winograd's method; the gradient of the input is one too, with the filter turned round.
import { packColumns } from './pack';
import { PANEL, strips } from './strips';
import { bytes } from './simd';
import { tile, zeros } from './workspace';
import { CHUNK, Winograd } from './winograd-plan';
import {
  cellsOfGradient,
  cellsOfInput,
  linesOfGradient,
  linesOfInput,
  squaresOfFilter,
  squaresOfOutput,
} from './winograd-transforms';

// y = max(low, x * filter + bias) for the images `first` to `last` (not included). With `turned` the filter is that of
// the convolution whose input's gradient this is, [height, width, filters, channels].
export function winogradConvolution(
  w: Winograd,
  x: usize,
  filter: usize,
  turned: bool,
  bias: usize,
  y: usize,
  low: f32,
  first: i32,
  last: i32,
): void {
  clearMargins(w);
  if (turned) transformTurned(w, filter);
  else transformFilters(w, filter);
  const end = last * w.tilesHigh;
  const row = w.cell * w.tilesWide,
    rowOut = w.cellOut * w.tilesWide;
  for (let r = first * w.tilesHigh; r < end; r += w.group) {
    const rows = min(w.group, end - r);
    for (let i = 0; i < rows; i++) transformInput(w, x, r + i, w.tilesAt + row * i);
    multiplyTiles(w, rows * w.tilesWide);
    for (let i = 0; i < rows; i++)
      finishRow(w, r + i, w.productsAt + rowOut * i, bias ? bias : w.zeroRow, y, low);
  }
}

// What the transforms of images read beyond their edges stays zero.
export function clearMargins(w: Winograd): void {
  memory.fill(w.linesAt, 0, 2 * w.line * w.side);
  memory.fill(w.zeroRow, 0, w.edgeAt - w.zeroRow);
}

// A row of tiles of an image, the `row`-th of all images.
export function transformInput(w: Winograd, x: usize, row: i32, to: usize): void {
  const image = row / w.tilesHigh;
  const y = (row % w.tilesHigh) * w.reach - w.top;
  const size = w.cell * w.width;
  for (let k = 0; k < w.side; k++) {
    const inside = <u32>(y + k) < <u32>w.height;
    store<usize>(w.rowsAt + 4 * k, inside ? x + size * (image * w.height + y + k) : w.zeroRow);
  }
  const columns = min(w.width, w.tilesWide * w.reach + w.taps - 1 - w.left);
  linesOfInput(w.kind, w.rowsAt, w.linesAt + w.cell * w.left, w.line, w.cell * columns);
  for (let k = 0; k < w.side; k++) {
    cellsOfInput(w.kind, w.linesAt + w.line * k, w.cell, w.tilesWide, to + w.step * (k * w.side), w.step);
  }
}

// The same of the gradient of the result, whose tiles do not overlap.
export function transformGradient(w: Winograd, dy: usize, row: i32, to: usize): void {
  const image = row / w.tilesHigh;
  const y = (row % w.tilesHigh) * w.reach;
  const size = w.cellOut * w.outWidth;
  for (let k = 0; k < w.reach; k++) {
    const inside = y + k < w.outHeight;
    store<usize>(w.rowsAt + 4 * k, inside ? dy + size * (image * w.outHeight + y + k) : w.zeroRow);
  }
  linesOfGradient(w.kind, w.rowsAt, w.gradientLinesAt, w.line, size);
  for (let k = 0; k < w.side; k++) {
    const line = w.gradientLinesAt + w.line * k;
    cellsOfGradient(w.kind, line, w.cellOut, w.tilesWide, to + w.stepOut * (k * w.side), w.stepOut);
  }
}

// Panels of each of the matrices of transformed filters, some channels after the other.
function transformFilters(w: Winograd, filter: usize): void {
  const tap = w.cell * w.filters;
  for (let c = 0; c < w.channels; c += CHUNK) {
    const count = min(CHUNK, w.channels - c);
    transformChunk(w, filter + w.cellOut * c, tap, w.cellOut * count);
    for (let k = 0; k < w.side * w.side; k++) {
      const chunk = w.chunkAt + w.stepChunk * k;
      let panel = w.filtersAt + w.stepFilters * k + PANEL * c;
      for (let f = 0; f < w.filters; f += 8) {
        let from = chunk + bytes(f),
          to = panel;
        // What lies behind the last filters does not matter.
        for (let i = 0; i < count; i++) {
          v128.store(to, v128.load(from));
          v128.store(to, v128.load(from, 16), 16);
          from += w.cellOut;
          to += PANEL;
        }
        panel += PANEL * w.channels;
      }
    }
  }
}

function transformTurned(w: Winograd, filter: usize): void {
  const tap = w.cell * w.filters;
  const lastTap = filter + tap * (w.taps * w.taps - 1);
  for (let f = 0; f < w.filters; f += CHUNK) {
    const count = min(CHUNK, w.filters - f);
    transformChunk(w, lastTap + w.cell * f, -tap, w.cell * count);
    for (let k = 0; k < w.side * w.side; k++) {
      const panel = w.filtersAt + w.stepFilters * k + w.cell * f;
      packColumns(w.chunkAt + w.stepChunk * k, w.cell, true, w.channels, count, panel);
    }
  }
}

function transformChunk(w: Winograd, filter: usize, tap: usize, size: usize): void {
  const row = w.stepChunk * w.side;
  squaresOfFilter(w.kind, filter, tap * w.taps, tap, w.chunkAt, row, w.stepChunk, size, w.halfAt);
}

function multiplyTiles(w: Winograd, tiles: i32): void {
  const t = tile;
  t.rowA = w.cell;
  t.stepA = 4;
  t.segmentA = 0;
  t.stepB = PANEL;
  t.segmentB = 0;
  t.length = w.channels;
  t.segments = 1;
  t.rowC = w.cellOut;
  t.rowInit = 0;
  t.low = -Infinity;
  for (let k = 0; k < w.side * w.side; k++) {
    t.a = w.tilesAt + w.step * k;
    t.b = w.filtersAt + w.stepFilters * k;
    t.c = w.productsAt + w.stepOut * k;
    t.init = zeros;
    strips(tiles, w.filters, PANEL * w.channels);
  }
}

function finishRow(w: Winograd, row: i32, from: usize, bias: usize, y: usize, low: f32): void {
  const image = row / w.tilesHigh;
  const top = (row % w.tilesHigh) * w.reach;
  const rows = min(w.reach, w.outHeight - top);
  const rowY = w.cellOut * w.outWidth;
  const stepRow = w.stepOut * w.side;
  let to = y + rowY * (image * w.outHeight + top);
  for (let j = 0; j < w.tilesWide; j++) {
    const columns = min(w.reach, w.outWidth - j * w.reach);
    if (rows == w.reach && columns == w.reach) {
      squaresOfOutput(w.kind, from, stepRow, w.stepOut, to, rowY, w.cellOut, w.cellOut, w.halfAt, bias, low);
    } else {
      const row = w.cellOut * w.reach;
      squaresOfOutput(
        w.kind,
        from,
        stepRow,
        w.stepOut,
        w.edgeAt,
        row,
        w.cellOut,
        w.cellOut,
        w.halfAt,
        bias,
        low,
      );
      for (let i = 0; i < rows; i++) memory.copy(to + rowY * i, w.edgeAt + row * i, w.cellOut * columns);
    }
    from += w.cellOut;
    to += w.cellOut * w.reach;
  }
}
