import {
  PoolGeometry,
  areTiles,
  begin,
  cell,
  clearRest,
  depth,
  first,
  height,
  imageBytes,
  next,
  resultBytes,
  row,
  slice,
  width,
  windowsOfImage,
} from './pool-windows';
import { bytes } from './simd';

// The largest value of each window, NaN if one is NaN, for the images `from` to `to` (not included).
export function maxPool(g: PoolGeometry, x: usize, y: usize, from: i32, to: i32): void {
  begin(g, x, from);
  y += resultBytes(g) * from;
  const whole = bytes(g.channels & ~3);
  const lowest = f32x4.splat(-Infinity);
  for (let o = windowsOfImage(g) * (to - from); o > 0; o--) {
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

// The same, and which cell of the window the value is in, as one byte: the first of equal ones, counted within the window
// as it is cut. Windows have 256 cells at most.
export function maxPoolPlaces(g: PoolGeometry, x: usize, y: usize, places: usize, from: i32, to: i32): void {
  begin(g, x, from);
  const size = resultBytes(g);
  y += size * from;
  places += (size >> 2) * from;
  const whole = bytes(g.channels & ~3);
  const lowest = f32x4.splat(-Infinity);
  const one = i32x4.splat(1);
  for (let o = windowsOfImage(g) * (to - from); o > 0; o--) {
    next(g);
    const isSquare = depth == 1 && height == 2 && width == 2;
    for (let c: usize = 0; c < whole; c += 16) {
      let best = lowest,
        place = i32x4.splat(0);
      if (isSquare) {
        const p = first + c,
          q = p + row;
        const a = v128.load(p + cell),
          b = v128.load(q),
          d = v128.load(q + cell);
        best = v128.load(p);
        const upper = larger(a, best);
        best = v128.bitselect(a, best, upper);
        const right = larger(d, b);
        const lower = v128.bitselect(d, b, right);
        const isLower = larger(lower, best);
        best = v128.bitselect(lower, best, isLower);
        // Masks are -1 in each lane that is true.
        place = v128.bitselect(i32x4.sub(i32x4.splat(2), right), v128.and(upper, one), isLower);
      } else {
        let n = place;
        for (let d = 0; d < depth; d++) {
          for (let h = 0; h < height; h++) {
            let p = first + slice * d + row * h + c;
            for (let w = 0; w < width; w++) {
              const value = v128.load(p),
                isLarger = larger(value, best);
              best = v128.bitselect(value, best, isLarger);
              place = v128.bitselect(n, place, isLarger);
              n = i32x4.add(n, one);
              p += cell;
            }
          }
        }
      }
      v128.store(y + c, best);
      const halves = i16x8.narrow_i32x4_s(place, place);
      v128.store32_lane(places + (c >> 2), i8x16.narrow_i16x8_u(halves, halves), 0);
    }
    for (let c = whole; c < cell; c += 4) {
      let best: f32 = -Infinity,
        place = 0,
        n = 0;
      for (let d = 0; d < depth; d++) {
        for (let h = 0; h < height; h++) {
          let p = first + slice * d + row * h + c;
          for (let w = 0; w < width; w++) {
            const value = load<f32>(p);
            if (isLargerValue(value, best)) {
              best = value;
              place = n;
            }
            n++;
            p += cell;
          }
        }
      }
      store<f32>(y + c, best);
      store<u8>(places + (c >> 2), place);
    }
    y += cell;
    places += cell >> 2;
  }
}

// Lanes where `a` is larger than `b` or, the first time, no number.
function larger(a: v128, b: v128): v128 {
  return v128.or(f32x4.gt(a, b), v128.and(f32x4.ne(a, a), f32x4.eq(b, b)));
}

function isLargerValue(a: f32, b: f32): bool {
  return a > b || (a != a && b == b);
}

// The gradient of each window goes to the cell at its place. With `y`, the result of the pooling and not 0, it first goes
// back through a relu before the pooling: where the largest value is not positive, nothing went through.
export function maxPoolPlacesGradient(
  g: PoolGeometry,
  dy: usize,
  places: usize,
  y: usize,
  dx: usize,
  from: i32,
  to: i32,
): void {
  clearRest(g, dx, from, to);
  begin(g, dx, from);
  const size = resultBytes(g);
  dy += size * from;
  places += (size >> 2) * from;
  if (y) y += size * from;
  const tiles = areTiles(g);
  const whole = bytes(g.channels & ~3);
  const zero = f32x4.splat(0),
    one = i32x4.splat(1);
  for (let o = windowsOfImage(g) * (to - from); o > 0; o--) {
    next(g);
    const isSquare = tiles && depth == 1 && height == 2 && width == 2;
    for (let c: usize = 0; c < whole; c += 16) {
      let gradient = v128.load(dy + c);
      if (y) gradient = v128.and(gradient, f32x4.gt(v128.load(y + c), zero));
      const place = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(places + (c >> 2))));
      if (isSquare) {
        const p = first + c;
        v128.store(p, v128.and(gradient, i32x4.eq(place, i32x4.splat(0))));
        v128.store(p + cell, v128.and(gradient, i32x4.eq(place, one)));
        v128.store(p + row, v128.and(gradient, i32x4.eq(place, i32x4.splat(2))));
        v128.store(p + row + cell, v128.and(gradient, i32x4.eq(place, i32x4.splat(3))));
        continue;
      }
      let n = i32x4.splat(0);
      for (let d = 0; d < depth; d++) {
        for (let h = 0; h < height; h++) {
          let p = first + slice * d + row * h + c;
          for (let w = 0; w < width; w++) {
            const share = v128.and(gradient, i32x4.eq(n, place));
            v128.store(p, tiles ? share : f32x4.add(v128.load(p), share));
            n = i32x4.add(n, one);
            p += cell;
          }
        }
      }
    }
    for (let c = whole; c < cell; c += 4) {
      let gradient = load<f32>(dy + c);
      if (y && !(load<f32>(y + c) > 0)) gradient = 0;
      const place = <i32>load<u8>(places + (c >> 2));
      let n = 0;
      for (let d = 0; d < depth; d++) {
        for (let h = 0; h < height; h++) {
          let p = first + slice * d + row * h + c;
          for (let w = 0; w < width; w++) {
            const share: f32 = n == place ? gradient : 0;
            store<f32>(p, tiles ? share : load<f32>(p) + share);
            n++;
            p += cell;
          }
        }
      }
    }
    dy += cell;
    places += cell >> 2;
    if (y) y += cell;
  }
}

// The gradient of a window goes to its largest value, to the first of several.
export function maxPoolGradient(g: PoolGeometry, x: usize, dy: usize, dx: usize, from: i32, to: i32): void {
  begin(g, x, from);
  dy += resultBytes(g) * from;
  const whole = bytes(g.channels & ~3);
  const shift = dx - x;
  memory.fill(dx + imageBytes(g) * from, 0, imageBytes(g) * (to - from));
  for (let o = windowsOfImage(g) * (to - from); o > 0; o--) {
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
              isLarger = larger(value, best);
            best = v128.bitselect(value, best, isLarger);
            where = v128.bitselect(n, where, isLarger);
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
            if (isLargerValue(value, best)) {
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
