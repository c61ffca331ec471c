import { Product, multiply } from './product';
import { bytes } from './simd';
import { wholeProduct } from './workspace';

// c [rows, columns] = max(low, op(a) · op(b) + bias), where op transposes or not.
//
// `rowA`, `rowB` and `rowC` are the floats from one stored row to the next. `bias` [columns] may be 0 for none; `low` is
// 0 for a relu and -Infinity for none.
export function gemm(
  transposeA: bool,
  transposeB: bool,
  rows: i32,
  columns: i32,
  depth: i32,
  a: usize,
  rowA: i32,
  b: usize,
  rowB: i32,
  c: usize,
  rowC: i32,
  bias: usize,
  low: f32,
): void {
  const p = wholeProduct;
  p.transposeA = transposeA;
  p.transposeB = transposeB;
  p.rows = rows;
  p.columns = columns;
  p.depth = depth;
  p.a = a;
  p.rowA = bytes(rowA);
  p.b = b;
  p.rowB = bytes(rowB);
  p.c = c;
  p.rowC = bytes(rowC);
  p.start = bias;
  p.rowStart = 0;
  p.low = low;
  p.firstRow = 0;
  p.endRow = rows;
  p.firstColumn = 0;
  p.endColumn = columns;
  multiply(p);
}
