import { bytes } from './simd';

// y[i] = x[order[start + i]] for the rows i from `first` up to `last`; without an order (0) x[start + i]. `row` is in
// bytes.
export function batchRows(
  x: usize,
  order: usize,
  start: i32,
  first: i32,
  last: i32,
  row: i32,
  y: usize,
): void {
  if (!order) {
    memory.copy(y + <usize>row * first, x + <usize>row * (start + first), <usize>row * (last - first));
    return;
  }
  for (let i = first; i < last; i++) {
    const from = x + <usize>row * load<i32>(order + bytes(start + i));
    if (row == 4) store<i32>(y + bytes(i), load<i32>(from));
    else memory.copy(y + <usize>row * i, from, row);
  }
}
