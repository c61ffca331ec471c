import { type Activation, defineActivation } from '@myelin/core';
import { multiply, softplus, tanh } from '@myelin/ops';

/**
 * Smooth and not monotonic: `y = x · tanh(log(1 + eˣ))`.
 *
 * @example
 * ```ts
 * mish(tensor([1, -1])); // [0.8651, -0.3034]
 * ```
 * @see Keras `keras.activations.mish`; Misra, 2019, arXiv 1908.08681.
 * @id mish
 */
export const mish: Activation = /* @__PURE__ */ defineActivation('mish', (x) =>
  multiply(x, tanh(softplus(x))),
);
