import { blocks } from './blocks';
import { few } from './few';

// One product of matrices or a part of it: c = max(low, op(a) · op(b) + start), where op transposes or not.
@unmanaged
export class Product {
  transposeA: bool;
  transposeB: bool;
  // The size of the whole result, and the length of the sums.
  rows: i32;
  columns: i32;
  depth: i32;
  // The whole matrices, and the bytes from one stored row to the next.
  a: usize;
  rowA: usize;
  b: usize;
  rowB: usize;
  c: usize;
  rowC: usize;
  // What the sums start from: a bias (whose rows are 0 bytes apart), c itself, or nothing (0).
  start: usize;
  rowStart: usize;
  low: f32;
  // The rows and columns to compute, from the first to the one after the last.
  firstRow: i32;
  endRow: i32;
  firstColumn: i32;
  endColumn: i32;
}

// How a result is computed depends on the size of the whole product alone, so parts have the same bits as the whole if
// they begin at columns that are multiples of 8.
export function multiply(p: Product): void {
  if (p.firstRow >= p.endRow || p.firstColumn >= p.endColumn) return;
  if (p.depth == 0) emptySum(p);
  else if (!few(p)) blocks(p);
}

function emptySum(p: Product): void {
  for (let i = p.firstRow; i < p.endRow; i++) {
    for (let j: usize = (<usize>p.firstColumn) << 2; j < (<usize>p.endColumn) << 2; j += 4) {
      const value: f32 = p.start ? load<f32>(p.start + p.rowStart * i + j) : 0;
      store<f32>(p.c + p.rowC * i + j, max<f32>(value, p.low));
    }
  }
}
