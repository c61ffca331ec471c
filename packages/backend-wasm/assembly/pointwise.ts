// Convolutions with filters of one cell and stride 1 are products of matrices whose rows are the cells of all images.
import { Product, multiply } from './product';
import { bytes } from './simd';
import { ConvolutionGeometry } from './windows';
import { wholeProduct } from './workspace';

export function pointwise(
  g: ConvolutionGeometry,
  x: usize,
  filter: usize,
  bias: usize,
  y: usize,
  low: f32,
  first: i32,
  last: i32,
): void {
  const p = wholeProduct;
  p.transposeB = false;
  p.columns = g.outChannels;
  p.depth = g.inChannels;
  p.start = bias;
  p.low = low;
  multiplyCells(p, g, x, filter, y, first, last);
}

export function pointwiseInputGradient(
  g: ConvolutionGeometry,
  dy: usize,
  filter: usize,
  dx: usize,
  first: i32,
  last: i32,
): void {
  const p = wholeProduct;
  p.transposeB = true;
  p.columns = g.inChannels;
  p.depth = g.outChannels;
  p.start = 0;
  p.low = -Infinity;
  multiplyCells(p, g, dy, filter, dx, first, last);
}

function multiplyCells(
  p: Product,
  g: ConvolutionGeometry,
  from: usize,
  filter: usize,
  to: usize,
  first: i32,
  last: i32,
): void {
  const cells = g.outHeight * g.outWidth;
  p.transposeA = false;
  p.rows = g.batch * cells;
  p.a = from;
  p.rowA = bytes(p.depth);
  p.b = filter;
  p.rowB = bytes(g.outChannels);
  p.c = to;
  p.rowC = bytes(p.columns);
  p.rowStart = 0;
  p.firstRow = first * cells;
  p.endRow = last * cells;
  p.firstColumn = 0;
  p.endColumn = p.columns;
  multiply(p);
}
