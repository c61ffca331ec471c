import { type Activation, defineActivation } from '@myelin/core';
import { hardTanh as op } from '@myelin/ops';

/**
 * A `tanh` of three lines: `y = clip(x, -1, 1)`.
 *
 * @example
 * ```ts
 * hardTanh(tensor([-2, 0.5, 2])); // [-1, 0.5, 1]
 * ```
 * @see Keras `keras.activations.hard_tanh`
 * @id hard_tanh
 */
export const hardTanh: Activation = /* @__PURE__ */ defineActivation('hard_tanh', (x) => op(x));
