import { bytes } from './simd';

// y [segments, inner] = sums of the rows of x [count, inner] that have the same segment; rows whose segment is out of
// range are left out.
function addRows<T extends number>(
  x: usize,
  ids: usize,
  count: i32,
  inner: i32,
  segments: i32,
  y: usize,
): void {
  const row = bytes(inner),
    whole = bytes(inner & ~3);
  memory.fill(y, 0, bytes(segments * inner));
  for (let i = 0; i < count; i++) {
    const segment = load<i32>(ids + bytes(i));
    if (<u32>segment < <u32>segments) {
      const target = y + bytes(segment * inner);
      for (let j: usize = 0; j < whole; j += 16)
        v128.store(target + j, v128.add<T>(v128.load(target + j), v128.load(x + j)));
      for (let j = whole; j < row; j += 4) store<T>(target + j, <T>(load<T>(target + j) + load<T>(x + j)));
    }
    x += row;
  }
}

export function segmentSum(x: usize, ids: usize, count: i32, inner: i32, segments: i32, y: usize): void {
  addRows<f32>(x, ids, count, inner, segments, y);
}

export function segmentSumInt(x: usize, ids: usize, count: i32, inner: i32, segments: i32, y: usize): void {
  addRows<i32>(x, ids, count, inner, segments, y);
}
