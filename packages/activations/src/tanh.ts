import { type Activation, defineActivation } from '@myelin/core';
import { tanh as hyperbolic } from '@myelin/ops';

/**
 * Hyperbolic tangent: `y = (eˣ - e⁻ˣ) / (eˣ + e⁻ˣ)`, between -1 and 1.
 *
 * The default of recurrent layers.
 *
 * @example
 * ```ts
 * tanh(tensor([0, 1])); // [0, 0.7616]
 * ```
 * @see Keras `keras.activations.tanh`
 * @id tanh
 */
export const tanh: Activation = /* @__PURE__ */ defineActivation('tanh', (x) => hyperbolic(x));
