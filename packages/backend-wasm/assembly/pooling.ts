// Pooling over windows in three dimensions, [batch, depth, height, width, channels]; images have depth 1.
// Windows are cut at the edges: what lies outside counts neither as a value nor in an average.
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
let first: usize = 0;
let depth: i32 = 0;
let height: i32 = 0;
let width: i32 = 0;
// Bytes between cells, rows and slices of the input.
let cell: usize = 0;
let row: usize = 0;
let slice: usize = 0;
// The output that the window belongs to, and where its row of windows begins in the input.
let outW: i32 = 0;
let outH: i32 = 0;
let outD: i32 = 0;
let image: usize = 0;
let line: usize = 0;

// Prepares for `next`; returns the number of windows.
function begin(g: PoolGeometry, input: usize): i32 {
  cell = bytes(g.channels);
  row = cell * g.inWidth;
  slice = row * g.inHeight;
  outW = -1;
  outH = 0;
  outD = 0;
  image = input;
  selectRow(g);
  return g.batch * g.outDepth * g.outHeight * g.outWidth;
}

// Moves to the next window.
function next(g: PoolGeometry): void {
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

// The largest value of each window; NaN if one is NaN.
export function maxPool(g: PoolGeometry, x: usize, y: usize): void {
  const count = begin(g, x);
  const whole = bytes(g.channels & ~3);
  const lowest = f32x4.splat(-Infinity);
  for (let o = 0; o < count; o++) {
    next(g);
    const isSquare = depth == 1 && height == 2 && width == 2; // by far the most common, and worth a path without loops
    for (let c: usize = 0; c < whole; c += 16) {
      if (isSquare) {
        const p = first + c;
        const upper = f32x4.max(v128.load(p), v128.load(p + cell));
        const lower = f32x4.max(v128.load(p + row), v128.load(p + row + cell));
        v128.store(y + c, f32x4.max(upper, lower));
        continue;
      }
      let best = lowest;
      for (let d = 0; d < depth; d++) {
        for (let h = 0; h < height; h++) {
          let p = first + slice * d + row * h + c;
          for (let w = 0; w < width; w++) {
            best = f32x4.max(best, v128.load(p));
            p += cell;
          }
        }
      }
      v128.store(y + c, best);
    }
    for (let c = whole; c < cell; c += 4) {
      let best: f32 = -Infinity;
      for (let d = 0; d < depth; d++) {
        for (let h = 0; h < height; h++) {
          let p = first + slice * d + row * h + c;
          for (let w = 0; w < width; w++) {
            best = max<f32>(best, load<f32>(p));
            p += cell;
          }
        }
      }
      store<f32>(y + c, best);
    }
    y += cell;
  }
}

// The gradient of a window goes to its largest value, to the first of several.
export function maxPoolGradient(g: PoolGeometry, x: usize, dy: usize, dx: usize): void {
  const count = begin(g, x);
  const whole = bytes(g.channels & ~3);
  const shift = dx - x;
  memory.fill(dx, 0, slice * (g.batch * g.inDepth));
  for (let o = 0; o < count; o++) {
    next(g);
    for (let c: usize = 0; c < whole; c += 16) {
      let best = f32x4.splat(-Infinity),
        where = i32x4.splat(0),
        n = i32x4.splat(0);
      const one = i32x4.splat(1);
      for (let d = 0; d < depth; d++) {
        for (let h = 0; h < height; h++) {
          let p = first + slice * d + row * h + c;
          for (let w = 0; w < width; w++) {
            const value = v128.load(p),
              larger = f32x4.gt(value, best);
            best = v128.bitselect(value, best, larger);
            where = v128.bitselect(n, where, larger);
            n = i32x4.add(n, one);
            p += cell;
          }
        }
      }
      const gradient = v128.load(dy + c);
      n = i32x4.splat(0);
      for (let d = 0; d < depth; d++) {
        for (let h = 0; h < height; h++) {
          let p = first + slice * d + row * h + c + shift;
          for (let w = 0; w < width; w++) {
            v128.store(p, f32x4.add(v128.load(p), v128.and(gradient, i32x4.eq(n, where))));
            n = i32x4.add(n, one);
            p += cell;
          }
        }
      }
    }
    for (let c = whole; c < cell; c += 4) {
      let best: f32 = -Infinity,
        where = first + c;
      for (let d = 0; d < depth; d++) {
        for (let h = 0; h < height; h++) {
          let p = first + slice * d + row * h + c;
          for (let w = 0; w < width; w++) {
            const value = load<f32>(p);
            if (value > best) {
              best = value;
              where = p;
            }
            p += cell;
          }
        }
      }
      if (depth * height * width) store<f32>(where + shift, load<f32>(where + shift) + load<f32>(dy + c));
    }
    dy += cell;
  }
}

// The mean of each window.
export function averagePool(g: PoolGeometry, x: usize, y: usize): void {
  const count = begin(g, x);
  const whole = bytes(g.channels & ~3);
  for (let o = 0; o < count; o++) {
    next(g);
    const size = <f32>max(1, depth * height * width); // the mean of nothing is 0
    const sizes = f32x4.splat(size);
    for (let c: usize = 0; c < whole; c += 16) {
      let sum = f32x4.splat(0);
      for (let d = 0; d < depth; d++) {
        for (let h = 0; h < height; h++) {
          let p = first + slice * d + row * h + c;
          for (let w = 0; w < width; w++) {
            sum = f32x4.add(sum, v128.load(p));
            p += cell;
          }
        }
      }
      v128.store(y + c, f32x4.div(sum, sizes));
    }
    for (let c = whole; c < cell; c += 4) {
      let sum: f32 = 0;
      for (let d = 0; d < depth; d++) {
        for (let h = 0; h < height; h++) {
          let p = first + slice * d + row * h + c;
          for (let w = 0; w < width; w++) {
            sum += load<f32>(p);
            p += cell;
          }
        }
      }
      store<f32>(y + c, sum / size);
    }
    y += cell;
  }
}

export function averagePoolGradient(g: PoolGeometry, dy: usize, dx: usize): void {
  const count = begin(g, dx);
  const whole = bytes(g.channels & ~3);
  memory.fill(dx, 0, slice * (g.batch * g.inDepth));
  for (let o = 0; o < count; o++) {
    next(g);
    const size = <f32>max(1, depth * height * width);
    const sizes = f32x4.splat(size);
    for (let d = 0; d < depth; d++) {
      for (let h = 0; h < height; h++) {
        let p = first + slice * d + row * h;
        for (let w = 0; w < width; w++) {
          for (let c: usize = 0; c < whole; c += 16) {
            v128.store(p + c, f32x4.add(v128.load(p + c), f32x4.div(v128.load(dy + c), sizes)));
          }
          for (let c = whole; c < cell; c += 4)
            store<f32>(p + c, load<f32>(p + c) + load<f32>(dy + c) / size);
          p += cell;
        }
      }
    }
    dy += cell;
  }
}
