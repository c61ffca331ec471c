import { type Activation, defineActivation } from '@myelin/core';
import { softsign as op } from '@myelin/ops';

/**
 * Between -1 and 1, approached slowly: `y = x / (|x| + 1)`.
 *
 * @example
 * ```ts
 * softsign(tensor([1, -3])); // [0.5, -0.75]
 * ```
 * @see Keras `keras.activations.softsign`
 * @id softsign
 */
export const softsign: Activation = /* @__PURE__ */ defineActivation('softsign', (x) => op(x));
