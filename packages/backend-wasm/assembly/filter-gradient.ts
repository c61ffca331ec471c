import { gemm } from './gemm';
import { addParts } from './parts';
import { strip } from './strips';
import { bytes } from './simd';
import { tile, winograd } from './workspace';
import {
  ConvolutionGeometry,
  border,
  borderedBytes,
  coveredHeight,
  coveredWidth,
  isPointwise,
  needsBorder,
} from './windows';
import { winogradFilterGradient } from './winograd-filter-gradient';
import { planConvolution, winogradKind } from './winograd-plan';

// Floats of the left operand and the gradient that a filter gradient reads before it goes to the next row of the filter.
const BLOCK: i32 = 16384;

// Cells of the result whose products one part sums at least: below that, adding up the parts would cost too much.
const CELLS_OF_PART: i32 = 2048;
const MOST_PARTS: i32 = 8;

// The sum over all images is the sum of so many parts, however many threads there are, so that its bits do not depend on
// them.
export function filterGradientParts(g: ConvolutionGeometry): i32 {
  const parts = (g.batch * g.outHeight * g.outWidth) / CELLS_OF_PART;
  return min(g.batch, min(MOST_PARTS, max(2, parts)));
}

function filterSize(g: ConvolutionGeometry): i32 {
  return g.filterHeight * g.filterWidth * g.inChannels * g.outChannels;
}

// Bytes for the sums of all parts, which threads share.
export function filterGradientSums(g: ConvolutionGeometry): usize {
  return bytes(filterGradientParts(g) * filterSize(g));
}

// Bytes that each thread needs for itself.
export function filterGradientScratch(g: ConvolutionGeometry): usize {
  return winogradKind(g) >= 0 ? planConvolution(g, 0) : borderedBytes(g);
}

// The sums of the parts `first` to `last` (not included) of
//   dFilter[u, v, c, f] = Σ x[b, i · s + u, j · s + v, c] · dy[b, i, j, f].
export function filterGradient(
  g: ConvolutionGeometry,
  x: usize,
  dy: usize,
  sums: usize,
  scratch: usize,
  first: i32,
  last: i32,
): void {
  const parts = filterGradientParts(g);
  for (let part = first; part < last; part++) {
    const from = (g.batch * part) / parts,
      to = (g.batch * (part + 1)) / parts;
    const sum = sums + bytes(part * filterSize(g));
    if (isPointwise(g)) {
      sumCells(g, x, dy, sum, from, to);
    } else if (winogradKind(g) >= 0) {
      planConvolution(g, scratch);
      winogradFilterGradient(winograd, x, dy, sum, from, to);
    } else {
      sumWindows(g, x, dy, sum, scratch, from, to);
    }
  }
}

// dFilter is the sum of all parts.
export function filterGradientSum(g: ConvolutionGeometry, sums: usize, dFilter: usize): void {
  addParts(filterGradientParts(g), filterSize(g), sums, dFilter);
}

function sumCells(g: ConvolutionGeometry, x: usize, dy: usize, sum: usize, first: i32, last: i32): void {
  const cells = g.outHeight * g.outWidth;
  x += bytes(first * cells * g.inChannels);
  dy += bytes(first * cells * g.outChannels);
  const depth = (last - first) * cells;
  gemm(
    true,
    false,
    g.inChannels,
    g.outChannels,
    depth,
    x,
    g.inChannels,
    dy,
    g.outChannels,
    sum,
    g.outChannels,
    0,
    -Infinity,
  );
}

function sumWindows(
  g: ConvolutionGeometry,
  x: usize,
  dy: usize,
  dFilter: usize,
  scratch: usize,
  first: i32,
  last: i32,
): void {
  const channels = g.inChannels,
    filters = g.outChannels;
  const t = tile;
  const edges = needsBorder(g);
  const width = edges ? coveredWidth(g) : g.inWidth;
  const length = g.filterWidth * channels;
  const rowX = bytes(width * channels);
  const rowDy = bytes(g.outWidth * filters);
  const rowFilter = bytes(filters);
  const blockRows = max(
    1,
    min(g.outHeight, BLOCK / (g.strideHeight * width * channels + g.outWidth * filters)),
  );
  memory.fill(dFilter, 0, bytes(g.filterHeight * length * filters));
  dy += rowDy * (first * g.outHeight);
  for (let b = first; b < last; b++) {
    let image = x + bytes(b * g.inHeight * g.inWidth * channels);
    if (edges) {
      border(image, g.inHeight, g.inWidth, channels, g.padTop, g.padLeft, coveredHeight(g), width, scratch);
      image = scratch;
    }
    for (let i = 0; i < g.outHeight; i += blockRows) {
      const rows = min(blockRows, g.outHeight - i);
      for (let u = 0; u < g.filterHeight; u++) {
        const windows = image + rowX * (i * g.strideHeight + u);
        const target = dFilter + bytes(u * length * filters);
        for (let f = 0; f < filters; f += 8) {
          const cell = target + bytes(f);
          t.a = windows;
          t.rowA = 4;
          t.stepA = bytes(g.strideWidth * channels);
          t.segmentA = rowX * g.strideHeight;
          t.b = dy + rowDy * i + bytes(f);
          t.stepB = bytes(filters);
          t.segmentB = rowDy;
          t.length = g.outWidth;
          t.segments = rows;
          t.c = cell;
          t.rowC = rowFilter;
          t.init = cell;
          t.rowInit = rowFilter;
          t.low = -Infinity;
          strip(length, min(8, filters - f));
        }
      }
    }
    dy += rowDy * g.outHeight;
  }
}
