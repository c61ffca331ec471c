// Pooling goes over windows in three dimensions, [batch, depth, height, width, channels]; images have depth 1. Windows are
// cut at the edges: what lies outside counts neither as a value nor in an average.
import { bytes } from './simd';

@unmanaged
export class PoolGeometry {
  batch: i32;
  inDepth: i32;
  inHeight: i32;
  inWidth: i32;
  channels: i32;
  filterDepth: i32;
  filterHeight: i32;
  filterWidth: i32;
  strideDepth: i32;
  strideHeight: i32;
  strideWidth: i32;
  padFront: i32;
  padTop: i32;
  padLeft: i32;
  outDepth: i32;
  outHeight: i32;
  outWidth: i32;
}

// The current window: its first cell and its size after cutting.
export let first: usize = 0;
export let depth: i32 = 0;
export let height: i32 = 0;
export let width: i32 = 0;
// Bytes of a cell, a row and a slice of the input.
export let cell: usize = 0;
export let row: usize = 0;
export let slice: usize = 0;
// The output that the window belongs to, and where its row of windows begins in the input.
let outW: i32 = 0;
let outH: i32 = 0;
let outD: i32 = 0;
let image: usize = 0;
let line: usize = 0;

// Prepares for `next` from the image `index` on; `input` is the address of the whole batch.
export function begin(g: PoolGeometry, input: usize, index: i32): void {
  cell = bytes(g.channels);
  row = cell * g.inWidth;
  slice = row * g.inHeight;
  outW = -1;
  outH = 0;
  outD = 0;
  image = input + slice * (g.inDepth * index);
  selectRow(g);
}

// Moves to the next window.
export function next(g: PoolGeometry): void {
  if (++outW == g.outWidth) {
    outW = 0;
    if (++outH == g.outHeight) {
      outH = 0;
      if (++outD == g.outDepth) {
        outD = 0;
        image += slice * g.inDepth;
      }
    }
    selectRow(g);
  }
  const start = outW * g.strideWidth - g.padLeft;
  const from = max(0, start);
  width = max(0, min(g.inWidth, start + g.filterWidth) - from);
  first = line + cell * from;
}

function selectRow(g: PoolGeometry): void {
  const d = outD * g.strideDepth - g.padFront,
    h = outH * g.strideHeight - g.padTop;
  const dFrom = max(0, d),
    hFrom = max(0, h);
  depth = max(0, min(g.inDepth, d + g.filterDepth) - dFrom);
  height = max(0, min(g.inHeight, h + g.filterHeight) - hFrom);
  line = image + slice * dFrom + row * hFrom;
}

export function windowsOfImage(g: PoolGeometry): i32 {
  return g.outDepth * g.outHeight * g.outWidth;
}

// Bytes of an image of the input and of the result.
export function imageBytes(g: PoolGeometry): usize {
  return bytes(g.inDepth * g.inHeight * g.inWidth * g.channels);
}
export function resultBytes(g: PoolGeometry): usize {
  return bytes(windowsOfImage(g) * g.channels);
}

// Whether every cell of the input lies in one window at most, and the windows have no gaps between them.
export function areTiles(g: PoolGeometry): bool {
  return (
    g.strideDepth == g.filterDepth &&
    g.strideHeight == g.filterHeight &&
    g.strideWidth == g.filterWidth &&
    (g.padFront | g.padTop | g.padLeft) == 0
  );
}

// Zeros wherever a gradient does not write all cells of the images `from` to `to` (not included) itself. Where windows
// are tiles, those are the cells behind the last of them.
export function clearRest(g: PoolGeometry, dx: usize, from: i32, to: i32): void {
  const size = imageBytes(g);
  if (!areTiles(g)) {
    memory.fill(dx + size * from, 0, size * (to - from));
    return;
  }
  const coveredDepth = min(g.inDepth, g.outDepth * g.strideDepth),
    coveredHeight = min(g.inHeight, g.outHeight * g.strideHeight),
    coveredWidth = min(g.inWidth, g.outWidth * g.strideWidth);
  const cellBytes = bytes(g.channels),
    rowBytes = cellBytes * g.inWidth;
  for (let b = from; b < to; b++) {
    let line = dx + size * b;
    for (let d = 0; d < g.inDepth; d++) {
      for (let h = 0; h < g.inHeight; h++) {
        const kept = d < coveredDepth && h < coveredHeight ? cellBytes * coveredWidth : 0;
        clear(line + kept, rowBytes - kept);
        line += rowBytes;
      }
    }
  }
}

// The few bytes at the end of a row are not worth a call out of the module, which memory.fill is.
function clear(at: usize, size: usize): void {
  for (; size >= 16; size -= 16) {
    v128.store(at, i32x4.splat(0));
    at += 16;
  }
  for (; size; size -= 4) {
    store<i32>(at, 0);
    at += 4;
  }
}
