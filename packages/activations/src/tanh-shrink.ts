import { type Activation, defineActivation } from '@myelin/core';
import { tanhShrink as op } from '@myelin/ops';

/**
 * What the hyperbolic tangent takes away: `y = x - tanh(x)`.
 *
 * @example
 * ```ts
 * tanhShrink(tensor([1, -2])); // [0.2384, -1.036]
 * ```
 * @see Keras `keras.activations.tanh_shrink`
 * @id tanh_shrink
 */
export const tanhShrink: Activation = /* @__PURE__ */ defineActivation('tanh_shrink', (x) => op(x));
