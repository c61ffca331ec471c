import { type Activation, defineActivation } from '@myelin/core';

/**
 * The input itself: `y = x`. A network of such layers alone is one linear layer.
 *
 * @example
 * ```ts
 * linear(tensor([-2, 3])); // [-2, 3]
 * ```
 * @see Keras `keras.activations.linear`
 * @id linear
 */
export const linear: Activation = /* @__PURE__ */ defineActivation('linear', (x) => x);
