import { gemm } from './gemm';
import { product } from './product';
import { bytes } from './simd';
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
          product(
            length,
            min(8, filters - f),
            windows,
            4,
            bytes(g.strideWidth * channels),
            rowX * g.strideHeight,
            dy + rowDy * i + bytes(f),
            bytes(filters),
            rowDy,
            g.outWidth,
            rows,
            cell,
            rowFilter,
            cell,
            rowFilter,
            -Infinity,
          );
        }
      }
    }
    dy += rowDy * g.outHeight;
  }
}
