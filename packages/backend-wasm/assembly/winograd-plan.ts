// Convolutions of stride 1 by Winograd's method: an image is cut into tiles that overlap, each tile and each filter is
// transformed, and what were sums over the filter become single products; scripts/winograd.mjs has the formulas. Of each
// of the side · side places in a transformed tile, all tiles make one matrix, [tiles, channels], and all filters another,
// [channels, filters].
import { bytes } from './simd';
import { ConvolutionGeometry, roundUp8 } from './windows';
import { winograd } from './workspace';

// Floats of the transformed tiles and their products that are worked on together; the second level of cache holds them.
const TOGETHER: i32 = 192 * 1024;

// Channels whose filters are transformed together.
export const CHUNK: i32 = 8;

@unmanaged
export class Winograd {
  // Which of the transforms: 0 for results in 4x4 of filters of 3x3, 1 for results in 3x3 of filters of 2x2.
  kind: i32;
  // The image, and how far the first window reaches over its edge.
  height: i32;
  width: i32;
  channels: i32;
  top: i32;
  left: i32;
  // The result.
  outHeight: i32;
  outWidth: i32;
  filters: i32;

  // Results and values of a tile along one side, and rows of a filter.
  reach: i32;
  side: i32;
  taps: i32;
  // Tiles of an image, and rows of them that are worked on together.
  tilesHigh: i32;
  tilesWide: i32;
  group: i32;
  // Bytes of a cell of the image and of the result.
  cell: usize;
  cellOut: usize;
  // From one of the matrices to the next: of tiles, of their products or gradients, of filters, of a chunk of them.
  step: usize;
  stepOut: usize;
  stepFilters: usize;
  stepChunk: usize;
  // From one row of an image, half transformed, to the next.
  line: usize;

  // Scratch memory.
  filtersAt: usize;
  tilesAt: usize;
  productsAt: usize;
  linesAt: usize;
  gradientLinesAt: usize;
  chunkAt: usize;
  zeroRow: usize;
  edgeAt: usize;
  halfAt: usize;
  rowsAt: usize;
}

// The kind of transforms for a convolution and its filter's gradient, or -1 where there is none or it would not pay.
export function winogradKind(g: ConvolutionGeometry): i32 {
  return kindFor(g, g.outHeight, g.outWidth);
}

// The same for the gradient of the input, whose result is as large as the input.
export function inputGradientKind(g: ConvolutionGeometry): i32 {
  return kindFor(g, g.inHeight, g.inWidth);
}

function kindFor(g: ConvolutionGeometry, height: i32, width: i32): i32 {
  const taps = g.filterHeight;
  if (g.filterWidth != taps || (taps != 2 && taps != 3) || g.strideHeight * g.strideWidth != 1) return -1;
  const kind = taps == 3 ? 0 : 1;
  const fewest = min(g.inChannels, g.outChannels);
  if (((g.inChannels | g.outChannels) & 3) != 0 || fewest < (kind == 0 ? 8 : 16)) return -1;
  if (<u32>g.padTop >= <u32>taps || <u32>g.padLeft >= <u32>taps) return -1;
  // Tiles that reach far beyond a small result cost more than they save.
  const side = reachOf(kind) + taps - 1;
  const products = tilesAlong(kind, height) * tilesAlong(kind, width) * side * side;
  return 3 * products <= 2 * height * width * taps * taps ? kind : -1;
}

function reachOf(kind: i32): i32 {
  return kind == 0 ? 4 : 3;
}
function tilesAlong(kind: i32, size: i32): i32 {
  return (size + reachOf(kind) - 1) / reachOf(kind);
}

export function planConvolution(g: ConvolutionGeometry, scratch: usize): usize {
  const w = winograd;
  w.kind = winogradKind(g);
  w.height = g.inHeight;
  w.width = g.inWidth;
  w.channels = g.inChannels;
  w.top = g.padTop;
  w.left = g.padLeft;
  w.outHeight = g.outHeight;
  w.outWidth = g.outWidth;
  w.filters = g.outChannels;
  return plan(w, scratch);
}

// The gradient of the input is the convolution of the result's gradient with the filter turned round.
export function planInputGradient(g: ConvolutionGeometry, scratch: usize): usize {
  const w = winograd;
  w.kind = inputGradientKind(g);
  w.height = g.outHeight;
  w.width = g.outWidth;
  w.channels = g.outChannels;
  w.top = g.filterHeight - 1 - g.padTop;
  w.left = g.filterWidth - 1 - g.padLeft;
  w.outHeight = g.inHeight;
  w.outWidth = g.inWidth;
  w.filters = g.inChannels;
  return plan(w, scratch);
}

// An odd number of cache lines. Streams that lie a multiple of 4 KB apart would fight for the same lines of the cache.
function apart(size: usize): usize {
  return (((size + 63) >> 6) | 1) << 6;
}

// Fills in what follows from the kind, the image and the result; returns the end of the scratch memory.
function plan(w: Winograd, scratch: usize): usize {
  w.taps = w.kind == 0 ? 3 : 2;
  w.reach = reachOf(w.kind);
  w.side = w.reach + w.taps - 1;
  w.tilesHigh = tilesAlong(w.kind, w.outHeight);
  w.tilesWide = tilesAlong(w.kind, w.outWidth);
  const places = w.side * w.side;
  w.group = max(1, TOGETHER / (places * (w.channels + w.filters) * w.tilesWide));
  w.cell = bytes(w.channels);
  w.cellOut = bytes(w.filters);
  const tiles = <usize>(w.group * w.tilesWide);
  w.step = apart(tiles * w.cell);
  w.stepOut = apart(tiles * w.cellOut);
  w.stepFilters = apart(w.cell * roundUp8(w.filters));
  w.stepChunk = apart(max(w.cell, w.cellOut) * CHUNK);
  w.line = apart(max(w.cell, w.cellOut) * (w.tilesWide * w.reach + w.taps - 1));

  w.filtersAt = scratch;
  w.tilesAt = w.filtersAt + w.stepFilters * places;
  w.productsAt = w.tilesAt + w.step * places;
  w.linesAt = w.productsAt + w.stepOut * places;
  w.gradientLinesAt = w.linesAt + w.line * w.side;
  w.chunkAt = w.gradientLinesAt + w.line * w.side;
  w.zeroRow = w.chunkAt + w.stepChunk * places;
  w.edgeAt = w.zeroRow + max(w.cell * w.width, w.cellOut * max(1, w.outWidth));
  w.halfAt = w.edgeAt + w.cellOut * (w.reach * w.reach);
  w.rowsAt = w.halfAt + 16 * places;
  return w.rowsAt + 4 * w.side;
}
