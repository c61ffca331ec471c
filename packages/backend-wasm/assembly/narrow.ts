import { bytes, multiplyAdd, total } from './simd';

// A convolution with three filters at most: lanes run along the rows of the window, because tiles, whose lanes are
// filters, would stay empty. `turned` holds the filters one after the other; other arguments as in `slide`.
export function slideNarrow(
  x: usize,
  rowX: usize,
  cellX: usize,
  filterHeight: i32,
  length: i32,
  turned: usize,
  filters: i32,
  y: usize,
  width: i32,
  bias: usize,
  low: f32,
): void {
  const whole = bytes(length & ~3),
    end = bytes(length);
  for (let j = 0; j < width; j++) {
    for (let f = 0; f < filters; f++) {
      let p = x,
        q = turned + bytes(f * filterHeight * length);
      let lanes = f32x4.splat(0);
      let rest: f32 = bias ? load<f32>(bias + bytes(f)) : 0;
      for (let u = 0; u < filterHeight; u++) {
        let k: usize = 0;
        for (; k < whole; k += 16) lanes = multiplyAdd(v128.load(p + k), v128.load(q + k), lanes);
        for (; k < end; k += 4) rest += load<f32>(p + k) * load<f32>(q + k);
        p += rowX;
        q += end;
      }
      store<f32>(y, max<f32>(total(lanes) + rest, low));
      y += 4;
    }
    x += cellX;
  }
}

// `turned` [filters, depth] = filter [depth, filters]
export function turnFilters(filter: usize, depth: i32, filters: i32, turned: usize): void {
  for (let f = 0; f < filters; f++) {
    for (let k = 0; k < depth; k++) {
      store<f32>(turned, load<f32>(filter + bytes(k * filters + f)));
      turned += 4;
    }
  }
}
