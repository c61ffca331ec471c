// Two-dimensional convolution without copies of windows: tiles read them from the image itself or, where a window
// reaches over its edge, from one image at a time that has a border of zeros.
import { pointwise } from './pointwise';
import { isNarrow, turnRow } from './narrow';
import { packColumns } from './pack';
import { bytes } from './simd';
import {
  ConvolutionGeometry,
  border,
  borderedBytes,
  coveredHeight,
  coveredWidth,
  isPointwise,
  needsBorder,
  roundUp8,
  slide,
} from './windows';
import { winogradConvolution } from './winograd';
import { planConvolution, winogradKind } from './winograd-plan';
import { winograd } from './workspace';

export function convolutionScratch(g: ConvolutionGeometry): usize {
  if (winogradKind(g) >= 0) return planConvolution(g, 0);
  return bytes(g.filterHeight * g.filterWidth * g.inChannels * roundUp8(g.outChannels)) + borderedBytes(g);
}

// y = max(low, x * filter + bias) for the images `first` to `last` (not included); `bias` [outChannels] may be 0 for none.
export function convolution(
  g: ConvolutionGeometry,
  x: usize,
  filter: usize,
  bias: usize,
  y: usize,
  low: f32,
  scratch: usize,
  first: i32,
  last: i32,
): void {
  if (isPointwise(g)) {
    pointwise(g, x, filter, bias, y, low, first, last);
  } else if (winogradKind(g) >= 0) {
    planConvolution(g, scratch);
    winogradConvolution(winograd, x, filter, false, bias, y, low, first, last);
  } else {
    convolveWindows(g, x, filter, bias, y, low, scratch, first, last);
  }
}

function convolveWindows(
  g: ConvolutionGeometry,
  x: usize,
  filter: usize,
  bias: usize,
  y: usize,
  low: f32,
  scratch: usize,
  first: i32,
  last: i32,
): void {
  const channels = g.inChannels,
    filters = g.outChannels;
  const depth = g.filterHeight * g.filterWidth * channels;
  const length = g.filterWidth * channels;
  if (isNarrow(filters, length)) {
    let to = scratch;
    for (let f = 0; f < filters; f++) {
      for (let u = 0; u < g.filterHeight; u++) {
        to = turnRow(filter + bytes(u * length * filters + f), 0, 1, length, to, bytes(filters));
      }
    }
  } else packColumns(filter, bytes(filters), false, depth, filters, scratch);
  const bordered = scratch + bytes(depth * roundUp8(filters));
  const edges = needsBorder(g);
  const width = edges ? coveredWidth(g) : g.inWidth;
  for (let b = first; b < last; b++) {
    let image = x + bytes(b * g.inHeight * g.inWidth * channels);
    if (edges) {
      border(image, g.inHeight, g.inWidth, channels, g.padTop, g.padLeft, coveredHeight(g), width, bordered);
      image = bordered;
    }
    slide(
      image,
      bytes(width * channels),
      channels,
      g.filterHeight,
      g.filterWidth,
      g.strideHeight,
      g.strideWidth,
      scratch,
      filters,
      y + bytes(b * g.outHeight * g.outWidth * filters),
      bytes(g.outWidth * filters),
      bytes(filters),
      g.outHeight,
      g.outWidth,
      bias,
      low,
    );
  }
}
