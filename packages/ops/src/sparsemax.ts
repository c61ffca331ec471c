import type { Tensor } from '@tensorflow/tfjs-core';
import { add } from './add.js';
import { cast } from './cast.js';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { divide } from './divide.js';
import { equal } from './equal.js';
import { expandDims } from './expand-dims.js';
import { greater } from './greater.js';
import { maskOf } from './internal/mask-of.js';
import { logicalAnd } from './logical-and.js';
import { logicalOr } from './logical-or.js';
import { maximum } from './maximum.js';
import { multiply } from './multiply.js';
import { onLastAxis } from './on-last-axis.js';
import { subtract } from './subtract.js';
import { sum } from './sum.js';

export interface SparsemaxOptions {
  /** The axis along which elements compete. @defaultValue -1 */
  readonly axis?: number;
}

/**
 * A softmax with zeros, as Keras computes it: `y = max(x - τ, 0)`.
 *
 * With the elements in descending order, the `k` largest for which `k · x > Σ x - 1` are the support, and
 * `τ = (Σ cumulated sums of the support - 1) / k`. The paper has the last cumulated sum alone in the place of their sum:
 * only there do the outputs always sum to 1. Here they do where one element wins.
 *
 * Every element is compared with every other: for axes of up to some hundred.
 *
 * @example
 * ```ts
 * sparsemax(tensor([1, 3, 0])); // [0, 1, 0]
 * ```
 * @see Keras `keras.ops.sparsemax`; Martins and Astudillo, 2016, arXiv 1602.02068.
 */
export const sparsemax: OptionOp<SparsemaxOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Sparsemax',
  module: 'nn',
  options: ['axis'],
  call: (x: Tensor, { axis = -1 }: SparsemaxOptions) => onLastAxis(x, axis, project),
});

function project(x: Tensor): Tensor {
  const self = expandDims(x, { axis: -1 });
  const other = expandDims(x, { axis: -2 });
  const size = x.shape.at(-1) ?? 0;
  // Equal elements have an order: that of their places.
  const earlierOrSame = maskOf(size, size, (i, j) => j <= i);
  const tied = logicalAnd(equal(other, self), earlierOrSame);
  const before = cast(logicalOr(greater(other, self), tied), { dtype: 'float32' });
  const rank = sum(before, { axis: -1 });
  const cumulated = sum(multiply(before, other), { axis: -1 });
  const support = cast(greater(subtract(x, divide(subtract(cumulated, 1), rank)), 0), { dtype: 'float32' });
  const total = sum(multiply(support, cumulated), { axis: -1, keepdims: true });
  const tau = divide(add(total, -1), sum(support, { axis: -1, keepdims: true }));
  return maximum(subtract(x, tau), 0);
}
