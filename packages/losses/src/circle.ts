import {
  add,
  cast,
  equal,
  exp,
  greater,
  log,
  logicalAnd,
  logicalNot,
  matmul,
  max,
  maximum,
  multiply,
  notEqual,
  reshape,
  softplus,
  stopGradient,
  subtract,
  sum,
  tensor,
  transpose,
  where,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type LossFactory, defineLoss } from './define-loss.js';

/** Options of {@link circle}. */
export interface CircleConfig {
  /** How sharply the worst pairs stand out. @defaultValue 80 */
  gamma?: number;
  /** The distance within which a class is to keep; others are to be beyond 1 minus it. @defaultValue 0.4 */
  margin?: number;
  /** Whether an example makes no pair with itself. @defaultValue true */
  removeDiagonal?: boolean;
}

/**
 * Draws embeddings of one class together and those of others apart:
 * `l = softplus(log Σ exp(gamma · (d + m) · (d - m)) + log Σ exp(gamma · (1 + m - d) · (1 - m - d)))`, where the
 * first sum goes over the examples of the same class and the second over the others, `d = 1 - cos` is the distance
 * to them and `m` the margin; each first factor is at least 0.
 *
 * For retrieval and recognition of faces. Embeddings must have length 1 each. Examples without a partner in the batch,
 * or without anybody else, do not count: batches should have several examples of a class.
 *
 * Class indices `[batch]` and embeddings `[batch, n]` → a scalar, or `[batch]` with the reduction `none`.
 *
 * @example
 * ```ts
 * const embeddings = tensor([[1, 0], [0.8, 0.6], [0, 1]]);
 * circle({ gamma: 2 })(tensor([0, 0, 1]), embeddings); // 0.6141
 * ```
 * @see Keras `keras.losses.Circle`; Sun et al., "Circle loss: a unified perspective of pair similarity optimization",
 *   2020, arXiv 2002.10857, equation 6.
 * @id circle
 */
export const circle: LossFactory<CircleConfig> = /* @__PURE__ */ defineLoss<CircleConfig>({
  className: 'Circle',
  id: 'circle',
  defaults: { gamma: 80, margin: 0.4, removeDiagonal: true },
  floats: ['gamma', 'margin'],
  call(yTrue, yPred, { gamma, margin, removeDiagonal }) {
    const distance = maximum(subtract(1, matmul(yPred, transpose(yPred))), 0);
    const same = pairs(equal, cast(yTrue, { dtype: 'int32' }));
    const places = tensor(Array.from({ length: yPred.shape[0] }, (_, i) => i));
    const together = removeDiagonal ? logicalAnd(same, pairs(notEqual, places)) : same;
    const pull = multiply(maximum(add(distance, margin), 0), subtract(distance, margin));
    const push = multiply(maximum(subtract(1 + margin, distance), 0), subtract(1 - margin, distance));
    const near = logSumExp(multiply(gamma, pull), together);
    const far = logSumExp(multiply(gamma, push), logicalNot(same));
    return where(logicalAnd(near.some, far.some), softplus(add(near.value, far.value)), 0);
  },
  mask: (values) => greater(values, 0),
});

/** A comparison of all elements with all: `[n]` → `[n, n]`. */
function pairs(compare: (a: Tensor, b: Tensor) => Tensor, x: Tensor): Tensor {
  return compare(reshape(x, { newshape: [-1, 1] }), reshape(x, { newshape: [1, -1] }));
}

/** `log Σ exp(x)` over those of each row that count, and whether there are any; 0 where there are none. */
function logSumExp(x: Tensor, counts: Tensor): { readonly value: Tensor; readonly some: Tensor } {
  const largest = stopGradient(max(where(counts, x, -1e30), { axis: 1, keepdims: true }));
  const total = sum(where(counts, exp(subtract(where(counts, x, largest), largest)), 0), { axis: 1 });
  const some = greater(total, 0);
  return { value: add(log(where(some, total, 1)), reshape(largest, { newshape: [-1] })), some };
}
