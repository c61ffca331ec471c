import { gemm } from './gemm';
import { addParts } from './parts';
import { bytes } from './simd';
import { windowSums, windowSumsScratch } from './window-sums';
import { ConvolutionGeometry, isPointwise } from './windows';
import { winogradFilterGradient } from './winograd-filter-gradient';
import { planConvolution, winogradKind } from './winograd-plan';
import { winograd } from './workspace';

// Cells of the result whose products one part sums at least: below that, adding up the parts would cost too much.
const CELLS_OF_PART: i32 = 2048;
const MOST_PARTS: i32 = 8;

// The sum over all images is the sum of so many parts, however many threads there are, so that its bits do not depend on
// them.
export function filterGradientParts(g: ConvolutionGeometry): i32 {
  const cells = g.batch * g.outHeight * g.outWidth;
  let parts = 2; // and doubled, so that two, four and eight threads have equal shares
  while (parts < MOST_PARTS && cells >= 2 * parts * CELLS_OF_PART) parts *= 2;
  return min(g.batch, parts);
}

export function filterBytes(g: ConvolutionGeometry): usize {
  return bytes(g.filterHeight * g.filterWidth * g.inChannels * g.outChannels);
}

// Bytes for the sums of all parts, which threads share.
export function filterGradientSums(g: ConvolutionGeometry): usize {
  return filterBytes(g) * filterGradientParts(g);
}

// Bytes that each thread needs for itself.
export function filterGradientScratch(g: ConvolutionGeometry): usize {
  return winogradKind(g) >= 0 ? planConvolution(g, 0) : windowSumsScratch(g);
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
    sumImages(g, x, dy, sums + filterBytes(g) * part, scratch, from, to);
  }
}

// The same sum over the images `first` to `last` (not included).
export function sumImages(
  g: ConvolutionGeometry,
  x: usize,
  dy: usize,
  sum: usize,
  scratch: usize,
  first: i32,
  last: i32,
): void {
  if (isPointwise(g)) {
    sumCells(g, x, dy, sum, first, last);
  } else if (winogradKind(g) >= 0) {
    planConvolution(g, scratch);
    winogradFilterGradient(winograd, x, dy, sum, first, last);
  } else {
    windowSums(g, x, dy, sum, scratch, first, last);
  }
}

// dFilter is the sum of all parts.
export function filterGradientSum(g: ConvolutionGeometry, sums: usize, dFilter: usize): void {
  addParts(filterGradientParts(g), <i32>(filterBytes(g) >> 2), sums, dFilter);
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
