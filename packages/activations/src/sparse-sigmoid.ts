import { type Activation, defineActivation } from '@myelin/core';
import { add, greaterEqual, lessEqual, multiply, where } from '@myelin/ops';

/**
 * A sigmoid of three lines that ends at 1: 0 up to -1, `(x + 1) / 2` up to 1, then 1.
 *
 * @example
 * ```ts
 * sparseSigmoid(tensor([-1, 0, 2])); // [0, 0.5, 1]
 * ```
 * @see Keras `keras.activations.sparse_sigmoid`
 * @id sparse_sigmoid
 */
export const sparseSigmoid: Activation = /* @__PURE__ */ defineActivation('sparse_sigmoid', (x) =>
  where(lessEqual(x, -1), 0, where(greaterEqual(x, 1), 1, multiply(add(x, 1), 0.5))),
);
