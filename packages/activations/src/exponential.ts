import { type Activation, defineActivation } from '@myelin/core';
import { exp } from '@myelin/ops';

/**
 * Exponential function: `y = eˣ`.
 *
 * For outputs that are positive, such as rates. Above 88 it overflows to infinity.
 *
 * @example
 * ```ts
 * exponential(tensor([0, 1])); // [1, 2.7183]
 * ```
 * @see Keras `keras.activations.exponential`
 * @id exponential
 */
export const exponential: Activation = /* @__PURE__ */ defineActivation('exponential', (x) => exp(x));
