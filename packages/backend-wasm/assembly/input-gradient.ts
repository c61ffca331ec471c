// The gradient of the input is, for each of the strideHeight · strideWidth phases of the input's cells, a convolution
// of dy with every strideHeight-th row and strideWidth-th column of the filter, turned by 180 degrees.
import { isNarrow, turnRow } from './narrow';
import { packColumns } from './pack';
import { pointwiseInputGradient } from './pointwise';
import { bytes } from './simd';
import { PANEL } from './strips';
import { ConvolutionGeometry, border, isPointwise, roundUp8, slide } from './windows';
import { winogradConvolution } from './winograd';
import { planInputGradient, inputGradientKind } from './winograd-plan';
import { winograd } from './workspace';

// Rows (or columns) of the filter in a phase, and the first of them.
function firstTap(phase: i32, pad: i32, stride: i32): i32 {
  return (phase + pad) % stride;
}
function taps(first: i32, filter: i32, stride: i32): i32 {
  return max(0, (filter - first + stride - 1) / stride);
}
function reach(filter: i32, stride: i32): i32 {
  return (filter + stride - 1) / stride - 1;
}
function gradientHeight(g: ConvolutionGeometry): i32 {
  return reach(g.filterHeight, g.strideHeight) + (g.inHeight - 1 + g.padTop) / g.strideHeight + 1;
}
function gradientWidth(g: ConvolutionGeometry): i32 {
  return reach(g.filterWidth, g.strideWidth) + (g.inWidth - 1 + g.padLeft) / g.strideWidth + 1;
}

export function inputGradientScratch(g: ConvolutionGeometry): usize {
  if (inputGradientKind(g) >= 0) return planInputGradient(g, 0);
  return bytes(
    g.outChannels *
      (g.filterHeight * g.filterWidth * roundUp8(g.inChannels) + gradientHeight(g) * gradientWidth(g)),
  );
}

// dx for the images `first` to `last` (not included).
export function inputGradient(
  g: ConvolutionGeometry,
  dy: usize,
  filter: usize,
  dx: usize,
  scratch: usize,
  first: i32,
  last: i32,
): void {
  if (isPointwise(g)) {
    pointwiseInputGradient(g, dy, filter, dx, first, last);
  } else if (inputGradientKind(g) >= 0) {
    planInputGradient(g, scratch);
    winogradConvolution(winograd, dy, filter, true, 0, dx, -Infinity, first, last);
  } else {
    phases(g, dy, filter, dx, scratch, first, last);
  }
}

function phases(
  g: ConvolutionGeometry,
  dy: usize,
  filter: usize,
  dx: usize,
  scratch: usize,
  first: i32,
  last: i32,
): void {
  const channels = g.inChannels,
    filters = g.outChannels;
  const bordered = packPhases(g, filter, scratch);
  const top = reach(g.filterHeight, g.strideHeight),
    left = reach(g.filterWidth, g.strideWidth);
  const height = gradientHeight(g),
    width = gradientWidth(g);
  const rowDx = bytes(g.strideHeight * g.inWidth * channels),
    columnDx = bytes(g.strideWidth * channels);
  dy += bytes(first * g.outHeight * g.outWidth * filters);
  dx += bytes(first * g.inHeight * g.inWidth * channels);
  for (let b = first; b < last; b++) {
    border(dy, g.outHeight, g.outWidth, filters, top, left, height, width, bordered);
    let panels = scratch;
    for (let p = 0; p < g.strideHeight; p++) {
      const rowTaps = taps(firstTap(p, g.padTop, g.strideHeight), g.filterHeight, g.strideHeight);
      const rows = max(0, (g.inHeight - p + g.strideHeight - 1) / g.strideHeight);
      const firstRow = (p + g.padTop) / g.strideHeight + top - rowTaps + 1;
      for (let q = 0; q < g.strideWidth; q++) {
        const columnTaps = taps(firstTap(q, g.padLeft, g.strideWidth), g.filterWidth, g.strideWidth);
        const columns = max(0, (g.inWidth - q + g.strideWidth - 1) / g.strideWidth);
        const firstColumn = (q + g.padLeft) / g.strideWidth + left - columnTaps + 1;
        const target = dx + bytes((p * g.inWidth + q) * channels);
        if (rowTaps * columnTaps == 0) {
          for (let i = 0; i < rows; i++) {
            for (let j = 0; j < columns; j++)
              memory.fill(target + rowDx * i + columnDx * j, 0, bytes(channels));
          }
        } else if (columns) {
          const image = bordered + bytes((firstRow * width + firstColumn) * filters);
          slide(
            image,
            bytes(width * filters),
            filters,
            rowTaps,
            columnTaps,
            1,
            1,
            panels,
            channels,
            target,
            rowDx,
            columnDx,
            rows,
            columns,
            0,
            -Infinity,
          );
        }
        panels += bytes(rowTaps * columnTaps * filters * roundUp8(channels));
      }
    }
    dy += bytes(g.outHeight * g.outWidth * filters);
    dx += bytes(g.inHeight * g.inWidth * channels);
  }
}

// The panels of all phases, one after the other; returns the address after the last.
function packPhases(g: ConvolutionGeometry, filter: usize, panel: usize): usize {
  const channels = g.inChannels,
    filters = g.outChannels;
  for (let p = 0; p < g.strideHeight; p++) {
    const u0 = firstTap(p, g.padTop, g.strideHeight);
    const rowTaps = taps(u0, g.filterHeight, g.strideHeight);
    for (let q = 0; q < g.strideWidth; q++) {
      const v0 = firstTap(q, g.padLeft, g.strideWidth);
      const columnTaps = taps(v0, g.filterWidth, g.strideWidth);
      if (isNarrow(channels, columnTaps * filters))
        panel = turnPhase(g, filter, u0, v0, rowTaps, columnTaps, panel);
      else panel = packPhase(g, filter, u0, v0, rowTaps, columnTaps, panel);
    }
  }
  return panel;
}

// One phase, from the last of its rows and columns to the first, which are at (u0, v0).
function packPhase(
  g: ConvolutionGeometry,
  filter: usize,
  u0: i32,
  v0: i32,
  rowTaps: i32,
  columnTaps: i32,
  panel: usize,
): usize {
  const channels = g.inChannels,
    filters = g.outChannels;
  for (let c = 0; c < channels; c += 8) {
    for (let u = rowTaps - 1; u >= 0; u--) {
      for (let v = columnTaps - 1; v >= 0; v--) {
        const tap = (u0 + u * g.strideHeight) * g.filterWidth + v0 + v * g.strideWidth;
        const from = filter + bytes((tap * channels + c) * filters);
        packColumns(from, bytes(filters), true, filters, min(8, channels - c), panel);
        panel += PANEL * filters;
      }
    }
  }
  return panel;
}

function turnPhase(
  g: ConvolutionGeometry,
  filter: usize,
  u0: i32,
  v0: i32,
  rowTaps: i32,
  columnTaps: i32,
  panel: usize,
): usize {
  const filters = g.outChannels,
    cell = bytes(g.inChannels * filters);
  const row = cell * (g.strideHeight * g.filterWidth),
    column = cell * g.strideWidth;
  let to = panel;
  for (let c = 0; c < g.inChannels; c++) {
    for (let u = rowTaps - 1; u >= 0; u--) {
      const from = filter + cell * (u0 * g.filterWidth + v0) + row * u + bytes(c * filters);
      to = turnRow(from + column * (columnTaps - 1), -column, columnTaps, filters, to);
    }
  }
  return panel + PANEL * (rowTaps * columnTaps * filters);
}
