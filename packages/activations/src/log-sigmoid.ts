import { type Activation, defineActivation } from '@myelin/core';
import { logSigmoid as op } from '@myelin/ops';

/**
 * Logarithm of the sigmoid: `y = -log(1 + e⁻ˣ)`, without overflow.
 *
 * @example
 * ```ts
 * logSigmoid(tensor([0, -100])); // [-0.6931, -100]
 * ```
 * @see Keras `keras.activations.log_sigmoid`
 * @id log_sigmoid
 */
export const logSigmoid: Activation = /* @__PURE__ */ defineActivation('log_sigmoid', (x) => op(x));
