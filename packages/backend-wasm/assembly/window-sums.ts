// The gradient of a filter without copies of windows: tiles read the values that one row of the filter meets from the
// image itself, or from one at a time that has a border of zeros.
import { isNarrow } from './narrow';
import { bytes } from './simd';
import { PANEL, band, strips } from './strips';
import {
  ConvolutionGeometry,
  border,
  borderedBytes,
  coveredHeight,
  coveredWidth,
  needsBorder,
} from './windows';
import { tile } from './workspace';

// Floats of the image and the gradient that are read before the next row of the filter takes its turn.
const BLOCK: i32 = 16384;

export function windowSumsScratch(g: ConvolutionGeometry): usize {
  return borderedBytes(g) + ribbonBytes(g);
}

// dFilter[u, v, c, f] = Σ x[b, i · s + u, j · s + v, c] · dy[b, i, j, f] over the images `first` to `last` (not included).
export function windowSums(
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
  const edges = needsBorder(g);
  const width = edges ? coveredWidth(g) : g.inWidth;
  const length = g.filterWidth * channels;
  const rowX = bytes(width * channels),
    rowDy = bytes(g.outWidth * filters);
  const narrow = isNarrow(filters, length);
  const sums = narrow ? scratch + borderedBytes(g) : dFilter;
  memory.fill(sums, 0, narrow ? ribbonBytes(g) : bytes(g.filterHeight * length * filters));
  const blockRows = max(
    1,
    min(g.outHeight, BLOCK / (g.strideHeight * width * channels + g.outWidth * filters)),
  );
  const t = tile;
  t.length = g.outWidth;
  t.low = -Infinity;
  for (let b = first; b < last; b++) {
    let image = x + bytes(b * g.inHeight * g.inWidth * channels);
    if (edges) {
      border(image, g.inHeight, g.inWidth, channels, g.padTop, g.padLeft, coveredHeight(g), width, scratch);
      image = scratch;
    }
    for (let i = 0; i < g.outHeight; i += blockRows) {
      const gradients = dy + rowDy * (b * g.outHeight + i);
      t.segments = min(blockRows, g.outHeight - i);
      for (let u = 0; u < g.filterHeight; u++) {
        const windows = image + rowX * (i * g.strideHeight + u);
        if (narrow) addRibbons(g, windows, rowX * g.strideHeight, gradients, rowDy, sums + ribbon(g) * u);
        else
          addStrips(g, windows, rowX * g.strideHeight, gradients, rowDy, sums + bytes(u * length * filters));
      }
    }
  }
  if (narrow) gatherRibbons(g, sums, dFilter);
}

// Tiles with the values of a window's row as rows and filters as columns.
function addStrips(
  g: ConvolutionGeometry,
  windows: usize,
  stepWindows: usize,
  gradients: usize,
  rowDy: usize,
  sums: usize,
): void {
  const filters = g.outChannels;
  const t = tile;
  t.rowA = 4;
  t.stepA = bytes(g.strideWidth * g.inChannels);
  t.segmentA = stepWindows;
  t.stepB = bytes(filters);
  t.segmentB = rowDy;
  t.rowC = bytes(filters);
  t.rowInit = bytes(filters);
  t.a = windows;
  t.b = gradients;
  t.c = sums;
  t.init = sums;
  strips(g.filterWidth * g.inChannels, filters, PANEL);
}

// A few filters are rows of their own, with the values of the window's row as columns. Sums for each filter and row of
// the filter lie in ribbons, whose ends nobody reads.
function addRibbons(
  g: ConvolutionGeometry,
  windows: usize,
  stepWindows: usize,
  gradients: usize,
  rowDy: usize,
  sums: usize,
): void {
  const t = tile;
  t.stepA = bytes(g.outChannels);
  t.segmentA = rowDy;
  t.stepB = bytes(g.strideWidth * g.inChannels);
  t.segmentB = stepWindows;
  for (let f = 0; f < g.outChannels; f++) {
    t.a = gradients + bytes(f);
    t.b = windows;
    t.c = sums + ribbon(g) * (f * g.filterHeight);
    t.init = t.c;
    band(1, (g.filterWidth * g.inChannels + 3) & ~3, PANEL);
  }
}

function ribbon(g: ConvolutionGeometry): usize {
  return bytes((g.filterWidth * g.inChannels + 3) & ~3);
}

function ribbonBytes(g: ConvolutionGeometry): usize {
  if (!isNarrow(g.outChannels, g.filterWidth * g.inChannels)) return 0;
  return ribbon(g) * (g.outChannels * g.filterHeight);
}

function gatherRibbons(g: ConvolutionGeometry, sums: usize, dFilter: usize): void {
  const filters = g.outChannels,
    length = g.filterWidth * g.inChannels;
  for (let f = 0; f < filters; f++) {
    for (let u = 0; u < g.filterHeight; u++) {
      const from = sums + ribbon(g) * (f * g.filterHeight + u);
      const to = dFilter + bytes(u * length * filters + f);
      for (let k = 0; k < length; k++) store<f32>(to + bytes(k * filters), load<f32>(from + bytes(k)));
    }
  }
}
