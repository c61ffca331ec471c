import {
  PoolGeometry,
  areTiles,
  begin,
  cell,
  clearRest,
  depth,
  first,
  height,
  next,
  resultBytes,
  row,
  slice,
  width,
  windowsOfImage,
} from './pool-windows';
import { bytes } from './simd';

// The mean of each window, for the images `from` to `to` (not included).
export function averagePool(g: PoolGeometry, x: usize, y: usize, from: i32, to: i32): void {
  begin(g, x, from);
  y += resultBytes(g) * from;
  const whole = bytes(g.channels & ~3);
  for (let o = windowsOfImage(g) * (to - from); o > 0; o--) {
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

export function averagePoolGradient(g: PoolGeometry, dy: usize, dx: usize, from: i32, to: i32): void {
  clearRest(g, dx, from, to);
  begin(g, dx, from);
  dy += resultBytes(g) * from;
  const tiles = areTiles(g);
  const whole = bytes(g.channels & ~3);
  for (let o = windowsOfImage(g) * (to - from); o > 0; o--) {
    next(g);
    const size = <f32>max(1, depth * height * width); // the mean of nothing is 0
    const sizes = f32x4.splat(size);
    for (let c: usize = 0; c < cell; c += 16) {
      const isWhole = c < whole;
      const share = isWhole ? f32x4.div(v128.load(dy + c), sizes) : f32x4.splat(0);
      for (let d = 0; d < depth; d++) {
        for (let h = 0; h < height; h++) {
          let p = first + slice * d + row * h;
          for (let w = 0; w < width; w++) {
            if (isWhole) v128.store(p + c, tiles ? share : f32x4.add(v128.load(p + c), share));
            else {
              for (let i = c; i < cell; i += 4) {
                const value = load<f32>(dy + i) / size;
                store<f32>(p + i, tiles ? value : load<f32>(p + i) + value);
              }
            }
            p += cell;
          }
        }
      }
    }
    dy += cell;
  }
}
