import { bytes } from './simd';

// y [batch, outer, count, slice] = x [batch, outer, size, slice] at indices [batch, count]; `slice` is in bytes.
// Returns the place of the first index that is out of range, or -1.
export function gather(
  x: usize,
  indices: usize,
  batch: i32,
  outer: i32,
  size: i32,
  count: i32,
  slice: i32,
  y: usize,
): i32 {
  for (let i = 0; i < batch * count; i++) if (<u32>load<i32>(indices + bytes(i)) >= <u32>size) return i;
  for (let b = 0; b < batch; b++) {
    for (let o = 0; o < outer; o++) {
      for (let i = 0; i < count; i++) {
        const source = x + <usize>load<i32>(indices + bytes(i)) * slice;
        if (slice == 4) store<i32>(y, load<i32>(source));
        else memory.copy(y, source, slice);
        y += slice;
      }
      x += <usize>size * slice;
    }
    indices += bytes(count);
  }
  return -1;
}
