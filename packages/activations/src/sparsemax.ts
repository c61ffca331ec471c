import { type NamedFunction, defineActivation } from '@myelin/core';
import {
  add,
  cast,
  divide,
  equal,
  expandDims,
  greater,
  logicalAnd,
  logicalOr,
  maximum,
  multiply,
  onLastAxis,
  subtract,
  sum,
  tensor,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

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
 * @see Keras `keras.activations.sparsemax`; Martins and Astudillo, 2016, arXiv 1602.02068.
 * @id sparsemax
 */
export const sparsemax: ((x: Tensor, options?: SparsemaxOptions) => Tensor) & NamedFunction =
  /* @__PURE__ */ defineActivation('sparsemax', (x: Tensor, { axis = -1 }: SparsemaxOptions = {}): Tensor =>
    onLastAxis(x, axis, project),
  );

function project(x: Tensor): Tensor {
  const self = expandDims(x, { axis: -1 });
  const other = expandDims(x, { axis: -2 });
  const tied = logicalAnd(equal(other, self), earlierOrSame(x.shape.at(-1) ?? 0));
  const before = cast(logicalOr(greater(other, self), tied), { dtype: 'float32' });
  const rank = sum(before, { axis: -1 });
  const cumulated = sum(multiply(before, other), { axis: -1 });
  const support = cast(greater(subtract(x, divide(subtract(cumulated, 1), rank)), 0), { dtype: 'float32' });
  const total = sum(multiply(support, cumulated), { axis: -1, keepdims: true });
  const tau = divide(add(total, -1), sum(support, { axis: -1, keepdims: true }));
  return maximum(subtract(x, tau), 0);
}

/** Which of two places comes first, so that equal elements have an order. */
function earlierOrSame(size: number): Tensor {
  return tensor(
    Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => Number(j <= i))),
  );
}
