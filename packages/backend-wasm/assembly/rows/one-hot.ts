import { bytes } from '../simd';

// y [count, depth] with `on` at the index of each row and `off` elsewhere, for the rows from `first` up to `last`. Both
// are given as bits, so that one function serves floats and integers; an index out of range has no `on`.
export function oneHot(indices: usize, first: i32, last: i32, depth: i32, on: i32, off: i32, y: usize): void {
  const row = bytes(depth);
  for (let r = first; r < last; r++) {
    const to = y + row * r;
    for (let j: usize = 0; j < row; j += 4) store<i32>(to + j, off);
    const index = load<i32>(indices + bytes(r));
    if (<u32>index < <u32>depth) store<i32>(to + bytes(index), on);
  }
}
