// Two-dimensional convolution without copies of windows: tiles read them from the image itself or, where a window
// reaches over its edge, from one image at a time that has a border of zeros.
import { gemm } from './gemm';
import { slideNarrow, turnFilters } from './narrow';
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

export function convolutionScratch(g: ConvolutionGeometry): usize {
  return bytes(g.filterHeight * g.filterWidth * g.inChannels * roundUp8(g.outChannels)) + borderedBytes(g);
}

// y = max(low, x * filter + bias); `bias` [outChannels] may be 0 for none.
export function convolution(
  g: ConvolutionGeometry,
  x: usize,
  filter: usize,
  bias: usize,
  y: usize,
  low: f32,
  scratch: usize,
): void {
  const channels = g.inChannels,
    filters = g.outChannels;
  if (isPointwise(g)) {
    gemm(
      false,
      false,
      g.batch * g.outHeight * g.outWidth,
      filters,
      channels,
      x,
      channels,
      filter,
      filters,
      y,
      filters,
      bias,
      low,
    );
    return;
  }
  const depth = g.filterHeight * g.filterWidth * channels;
  const length = g.filterWidth * channels;
  const narrow = filters <= 3 && length >= 8;
  if (narrow) turnFilters(filter, depth, filters, scratch);
  else packColumns(filter, bytes(filters), false, depth, filters, scratch);
  const bordered = scratch + bytes(depth * roundUp8(filters));
  const edges = needsBorder(g);
  const width = edges ? coveredWidth(g) : g.inWidth;
  for (let b = 0; b < g.batch; b++) {
    let image = x + bytes(b * g.inHeight * g.inWidth * channels);
    if (edges) {
      border(image, g.inHeight, g.inWidth, channels, g.padTop, g.padLeft, coveredHeight(g), width, bordered);
      image = bordered;
    }
    const rowX = bytes(width * channels);
    if (narrow) {
      for (let i = 0; i < g.outHeight; i++) {
        const windows = image + rowX * (i * g.strideHeight);
        const target = y + bytes(i * g.outWidth * filters);
        slideNarrow(
          windows,
          rowX,
          bytes(g.strideWidth * channels),
          g.filterHeight,
          length,
          scratch,
          filters,
          target,
          g.outWidth,
          bias,
          low,
        );
      }
    } else
      slide(
        image,
        rowX,
        channels,
        g.filterHeight,
        g.filterWidth,
        g.strideHeight,
        g.strideWidth,
        scratch,
        filters,
        y,
        bytes(g.outWidth * filters),
        bytes(filters),
        g.outHeight,
        g.outWidth,
        bias,
        low,
      );
    y += bytes(g.outHeight * g.outWidth * filters);
  }
}
