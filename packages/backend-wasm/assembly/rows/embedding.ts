// Rows of a table by index, and their gradient, in parts that threads share out.
import { loadLanes, storeLanes } from '../partial';
import { bytes } from '../simd';

// y [count, inner] = rows of table [size, inner], from `first` up to `last`. An index out of range gives zeros.
export function gatherRows(
  table: usize,
  size: i32,
  inner: i32,
  indices: usize,
  first: i32,
  last: i32,
  y: usize,
): void {
  const row = bytes(inner);
  for (let r = first; r < last; r++) {
    const index = load<i32>(indices + bytes(r));
    if (<u32>index < <u32>size) memory.copy(y + row * r, table + row * index, row);
    else memory.fill(y + row * r, 0, row);
  }
}

// The columns from `first` up to `last` of dTable [size, inner]: sums of the rows of dy [count, inner] by index.
export function scatterRows(
  dy: usize,
  indices: usize,
  count: i32,
  inner: i32,
  first: i32,
  last: i32,
  size: i32,
  dTable: usize,
): void {
  const row = bytes(inner);
  const width = last - first;
  const whole = bytes(width & ~3);
  const left = width & 3;
  dy += bytes(first);
  dTable += bytes(first);
  for (let r = 0; r < size; r++) memory.fill(dTable + row * r, 0, bytes(width));
  for (let r = 0; r < count; r++) {
    const index = load<i32>(indices + bytes(r));
    if (<u32>index >= <u32>size) continue;
    const from = dy + row * r;
    const to = dTable + row * index;
    for (let j: usize = 0; j < whole; j += 16)
      v128.store(to + j, f32x4.add(v128.load(to + j), v128.load(from + j)));
    if (left)
      storeLanes(to + whole, f32x4.add(loadLanes(to + whole, left), loadLanes(from + whole, left)), left);
  }
}
