import { type Tensor, mul, ones, squeeze } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { partOfAxis } from './internal/part-of-axis.js';
import { type SegmentOptions, rowsOfSegments, segmentCount } from './internal/segments.js';

export type SegmentProdOptions = SegmentOptions;

/**
 * The products of the rows that share a segment; 1 where there are none.
 *
 * `x [n, ...]` and `segments [n]` → `[numSegments, ...]`. Every row is compared with every segment: for up to some hundred
 * segments.
 *
 * @example
 * ```ts
 * segmentProd(tensor([1, 2, 3]), tensor([0, 1, 0]), { numSegments: 2 }); // [3, 2]
 * ```
 * @see Keras `keras.ops.segment_prod`
 */
export const segmentProd: (<X extends Operand, S extends Operand>(
  x: X,
  segments: S,
  options?: SegmentProdOptions,
) => Result<X | S>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'SegmentProd',
  module: 'math',
  operands: 2,
  options: ['numSegments', 'sorted'],
  call(x: Tensor, segments: Tensor, options: SegmentOptions) {
    return product(rowsOfSegments(x, segments, segmentCount(segments, options), 1));
  },
});

/** Along the second axis, by halves: its gradient is exact also where factors are zero. */
function product(x: Tensor): Tensor {
  const [count = 0, n = 0, ...row] = x.shape;
  if (n <= 1) return n === 1 ? squeeze(x, [1]) : ones([count, ...row], x.dtype);
  const half = Math.floor(n / 2);
  const products = product(mul(partOfAxis(x, 1, 0, half), partOfAxis(x, 1, half, half)));
  return n % 2 === 0 ? products : mul(products, squeeze(partOfAxis(x, 1, n - 1, 1), [1]));
}
