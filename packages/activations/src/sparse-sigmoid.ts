import { type Activation, defineActivation } from '@myelin/core';
import { sparseSigmoid as op } from '@myelin/ops';

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
export const sparseSigmoid: Activation = /* @__PURE__ */ defineActivation('sparse_sigmoid', (x) => op(x));
