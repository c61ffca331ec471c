import { gemm } from './gemm';
import { strip } from './strips';
import { bytes } from './simd';
import { tile } from './workspace';
import {
  ConvolutionGeometry,
  border,
  borderedBytes,
  coveredHeight,
  coveredWidth,
  isPointwise,
  needsBorder,
} from './windows';

// Floats of the left operand and the gradient that a filter gradient reads before it goes to the next row of the filter.
const BLOCK: i32 = 16384;

export function filterGradientScratch(g: ConvolutionGeometry): usize {
  return borderedBytes(g);
}

// The gradient of the filter: dFilter[u, v, c, f] = Σ x[b, i · s + u, j · s + v, c] · dy[b, i, j, f].
export function filterGradient(
  g: ConvolutionGeometry,
  x: usize,
  dy: usize,
  dFilter: usize,
  scratch: usize,
): void {
  const channels = g.inChannels,
    filters = g.outChannels;
  if (isPointwise(g)) {
    gemm(
      true,
      false,
      channels,
      filters,
      g.batch * g.outHeight * g.outWidth,
      x,
      channels,
      dy,
      filters,
      dFilter,
      filters,
      0,
      -Infinity,
    );
    return;
  }
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
  for (let b = 0; b < g.batch; b++) {
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
