import {
  add,
  any,
  arange,
  cast,
  equal,
  greater,
  logicalAnd,
  logicalNot,
  logsumexp,
  matmul,
  maximum,
  multiply,
  notEqual,
  reshape,
  softplus,
  subtract,
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
    const others = logicalNot(same);
    const places = arange(yPred.shape[0]);
    const together = removeDiagonal ? logicalAnd(same, pairs(notEqual, places)) : same;
    const pull = multiply(maximum(add(distance, margin), 0), subtract(distance, margin));
    const push = multiply(maximum(subtract(1 + margin, distance), 0), subtract(1 - margin, distance));
    const near = logsumexp(where(together, multiply(gamma, pull), -1e18), { axis: 1 });
    const far = logsumexp(where(others, multiply(gamma, push), -1e18), { axis: 1 });
    const counts = logicalAnd(any(together, { axis: 1 }), any(others, { axis: 1 }));
    return where(counts, softplus(add(near, far)), 0);
  },
  mask: (values) => greater(values, 0),
});

/** A comparison of all elements with all: `[n]` → `[n, n]`. */
function pairs(compare: (a: Tensor, b: Tensor) => Tensor, x: Tensor): Tensor {
  return compare(reshape(x, { newshape: [-1, 1] }), reshape(x, { newshape: [1, -1] }));
}
