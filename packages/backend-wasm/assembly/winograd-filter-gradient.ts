import { PANEL, strips } from './strips';
import { Winograd } from './winograd-plan';
import { clearMargins, transformGradient, transformInput } from './winograd';
import { squaresOfTaps } from './winograd-transforms';
import { tile } from './workspace';

// dFilter = Σ x · dy over the images `first` to `last` (not included), summed in transformed form. The matrices that hold
// filters elsewhere hold the sums here.
export function winogradFilterGradient(
  w: Winograd,
  x: usize,
  dy: usize,
  dFilter: usize,
  first: i32,
  last: i32,
): void {
  clearMargins(w);
  const places = w.side * w.side;
  memory.fill(w.filtersAt, 0, w.stepFilters * places);
  const end = last * w.tilesHigh;
  const row = w.cell * w.tilesWide,
    rowOut = w.cellOut * w.tilesWide;
  for (let r = first * w.tilesHigh; r < end; r += w.group) {
    const rows = min(w.group, end - r);
    for (let i = 0; i < rows; i++) {
      transformInput(w, x, r + i, w.tilesAt + row * i);
      transformGradient(w, dy, r + i, w.productsAt + rowOut * i);
    }
    addProducts(w, rows * w.tilesWide);
  }
  const size = w.cell * w.filters;
  squaresOfTaps(
    w.kind,
    w.filtersAt,
    w.stepFilters * w.side,
    w.stepFilters,
    dFilter,
    size * w.taps,
    size,
    size,
    w.halfAt,
  );
}

function addProducts(w: Winograd, tiles: i32): void {
  const t = tile;
  t.rowA = 4;
  t.stepA = w.cell;
  t.segmentA = 0;
  t.stepB = w.cellOut;
  t.segmentB = 0;
  t.length = tiles;
  t.segments = 1;
  t.rowC = w.cellOut;
  t.rowInit = w.cellOut;
  t.low = -Infinity;
  for (let k = 0; k < w.side * w.side; k++) {
    t.a = w.tilesAt + w.step * k;
    t.b = w.productsAt + w.stepOut * k;
    t.c = w.filtersAt + w.stepFilters * k;
    t.init = t.c;
    strips(w.channels, w.filters, PANEL);
  }
}
