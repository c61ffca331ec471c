import { Product, multiply } from './product';
import { bytes } from './simd';
import { wholeProduct } from './workspace';

// Products of a batch of matrices in two levels (such as examples, and heads of attention), which may lie anywhere:
// `rowA`, `rowB` and `rowC` are the floats from one stored row to the next, `outerA` to `innerC` those from one matrix
// to the next, 0 where all share one.
@unmanaged
export class ProductGeometry {
  transposeA: i32;
  transposeB: i32;
  rows: i32;
  columns: i32;
  depth: i32;
  rowA: i32;
  rowB: i32;
  rowC: i32;
  outer: i32;
  inner: i32;
  outerA: i32;
  innerA: i32;
  outerB: i32;
  innerB: i32;
  outerC: i32;
  innerC: i32;
}

// Rows or columns of one unit of work: parts of a product that begin at multiples of it have the bits of the whole.
const UNIT: i32 = 8;

// Matrices that lie below one another and are multiplied by the same one are one tall matrix.
function isTall(g: ProductGeometry): bool {
  return (
    !g.transposeA &&
    (g.outerB | g.innerB) == 0 &&
    (g.inner == 1 || (g.innerA == g.rows * g.rowA && g.innerC == g.rows * g.rowC)) &&
    (g.outer == 1 || (g.outerA == g.inner * g.rows * g.rowA && g.outerC == g.inner * g.rows * g.rowC))
  );
}
function matrices(g: ProductGeometry): i32 {
  return isTall(g) ? 1 : g.outer * g.inner;
}
function rowsOf(g: ProductGeometry): i32 {
  return isTall(g) ? g.outer * g.inner * g.rows : g.rows;
}
function unitsOf(g: ProductGeometry): i32 {
  return (max(rowsOf(g), g.columns) + UNIT - 1) / UNIT;
}

export function productUnits(g: ProductGeometry): i32 {
  return matrices(g) * unitsOf(g);
}

// c = max(low, op(a) · op(b) + bias) for the units `first` to `last` (not included) of productUnits. `bias` [columns] may
// be 0 for none; with `accumulate` the products are added to c instead.
export function products(
  g: ProductGeometry,
  a: usize,
  b: usize,
  c: usize,
  bias: usize,
  accumulate: bool,
  low: f32,
  first: i32,
  last: i32,
): void {
  const p = wholeProduct;
  p.transposeA = g.transposeA != 0;
  p.transposeB = g.transposeB != 0;
  p.rows = rowsOf(g);
  p.columns = g.columns;
  p.depth = g.depth;
  p.rowA = bytes(g.rowA);
  p.rowB = bytes(g.rowB);
  p.rowC = bytes(g.rowC);
  p.rowStart = accumulate ? p.rowC : 0;
  p.low = low;
  const units = unitsOf(g);
  while (first < last) {
    const matrix = first / units;
    const from = first % units;
    const to = min(units, from + last - first);
    const outer = matrix / g.inner,
      inner = matrix % g.inner;
    p.a = a + bytes(outer * g.outerA + inner * g.innerA);
    p.b = b + bytes(outer * g.outerB + inner * g.innerB);
    p.c = c + bytes(outer * g.outerC + inner * g.innerC);
    p.start = accumulate ? p.c : bias;
    computeUnits(p, from, to);
    first += to - from;
  }
}

// The longer side is the one that is split.
function computeUnits(p: Product, first: i32, last: i32): void {
  const alongColumns = p.columns >= p.rows;
  p.firstRow = alongColumns ? 0 : first * UNIT;
  p.endRow = alongColumns ? p.rows : min(p.rows, last * UNIT);
  p.firstColumn = alongColumns ? first * UNIT : 0;
  p.endColumn = alongColumns ? min(p.columns, last * UNIT) : p.columns;
  multiply(p);
}
