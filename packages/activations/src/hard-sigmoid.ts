import { type Activation, defineActivation } from '@myelin/core';
import { hardSigmoid as op } from '@myelin/ops';

/**
 * A sigmoid of three lines: `y = clip(x / 6 + 1/2, 0, 1)`.
 *
 * Cheaper than `sigmoid`. Keras 2 had a slope of 0.2; this is that of Keras 3.
 *
 * @example
 * ```ts
 * hardSigmoid(tensor([-3, 0, 1])); // [0, 0.5, 0.6667]
 * ```
 * @see Keras `keras.activations.hard_sigmoid`
 * @id hard_sigmoid
 */
export const hardSigmoid: Activation = /* @__PURE__ */ defineActivation('hard_sigmoid', (x) => op(x));
