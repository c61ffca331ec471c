// What the three products of a convolution share: its geometry, images with a border of zeros, and windows that slide
// over an image. Images are [batch, height, width, channels], filters [height, width, channels in, channels out].
import { isNarrow, slideNarrow } from './narrow';
import { PANEL, strip, stripColumns } from './strips';
import { bytes } from './simd';
import { tile, zeros } from './workspace';

@unmanaged
export class ConvolutionGeometry {
  batch: i32;
  inHeight: i32;
  inWidth: i32;
  inChannels: i32;
  filterHeight: i32;
  filterWidth: i32;
  strideHeight: i32;
  strideWidth: i32;
  padTop: i32;
  padLeft: i32;
  outHeight: i32;
  outWidth: i32;
  outChannels: i32;
}

export function isPointwise(g: ConvolutionGeometry): bool {
  return (
    g.filterHeight * g.filterWidth * g.strideHeight * g.strideWidth == 1 &&
    g.inHeight == g.outHeight &&
    g.inWidth == g.outWidth &&
    (g.padTop | g.padLeft) == 0
  );
}

// Rows and columns of an image that the windows cover.
export function coveredHeight(g: ConvolutionGeometry): i32 {
  return (g.outHeight - 1) * g.strideHeight + g.filterHeight;
}
export function coveredWidth(g: ConvolutionGeometry): i32 {
  return (g.outWidth - 1) * g.strideWidth + g.filterWidth;
}
export function needsBorder(g: ConvolutionGeometry): bool {
  return (g.padTop | g.padLeft) != 0 || coveredHeight(g) > g.inHeight || coveredWidth(g) > g.inWidth;
}
export function borderedBytes(g: ConvolutionGeometry): usize {
  return needsBorder(g) ? bytes(coveredHeight(g) * coveredWidth(g) * g.inChannels) : 0;
}
export function roundUp8(n: i32): i32 {
  return (n + 7) & ~7;
}

// `to` [height, width, channels] = zeros with the image at (top, left), cut where it does not fit.
export function border(
  image: usize,
  imageHeight: i32,
  imageWidth: i32,
  channels: i32,
  top: i32,
  left: i32,
  height: i32,
  width: i32,
  to: usize,
): void {
  const kept = max(0, min(imageWidth, width - left));
  const before = bytes(min(left, width) * channels);
  const line = bytes(kept * channels);
  const after = bytes(max(0, width - left - kept) * channels);
  for (let y = 0; y < height; y++) {
    const source = y - top;
    if (<u32>source >= <u32>imageHeight) {
      memory.fill(to, 0, bytes(width * channels));
    } else {
      if (before) memory.fill(to, 0, before);
      memory.copy(to + before, image + bytes(source * imageWidth * channels), line);
      if (after) memory.fill(to + before + line, 0, after);
    }
    to += bytes(width * channels);
  }
}

// y[i, j] = max(low, window at (i · strideHeight, j · strideWidth) · filters + init), for windows of filterHeight rows
// of filterWidth · channels floats in an image with rows of `rowX` bytes. `filters` are packed panels or, where they are
// narrow, turned.
export function slide(
  x: usize,
  rowX: usize,
  channels: i32,
  filterHeight: i32,
  filterWidth: i32,
  strideHeight: i32,
  strideWidth: i32,
  filters: usize,
  count: i32,
  y: usize,
  rowY: usize,
  columnY: usize,
  height: i32,
  width: i32,
  bias: usize,
  low: f32,
): void {
  const length = filterWidth * channels;
  const cellX = bytes(strideWidth * channels);
  if (isNarrow(count, length)) {
    for (let i = 0; i < height; i++) {
      const windows = x + rowX * (i * strideHeight);
      slideNarrow(
        windows,
        rowX,
        cellX,
        filterHeight,
        length,
        filters,
        count,
        y + rowY * i,
        columnY,
        width,
        bias,
        low,
      );
    }
    return;
  }
  const t = tile;
  t.rowA = cellX;
  t.stepA = 4;
  t.segmentA = rowX;
  t.stepB = PANEL;
  t.length = length;
  t.segmentB = PANEL * t.length;
  t.segments = filterHeight;
  t.rowC = columnY;
  t.rowInit = 0;
  t.low = low;
  t.panelB = t.segmentB * filterHeight;
  for (let j = 0, columns = 0; j < count; j += columns) {
    columns = stripColumns(count - j);
    for (let i = 0; i < height; i++) {
      t.a = x + rowX * (i * strideHeight);
      t.b = filters;
      t.c = y + rowY * i + bytes(j);
      t.init = bias ? bias + bytes(j) : zeros;
      strip(width, columns);
    }
    filters += t.panelB * ((columns + 7) >> 3);
  }
}
