import { type Activation, defineActivation } from '@myelin/core';
import { attachLogits, sigmoid as logistic } from '@myelin/ops';

/**
 * Logistic function: `y = 1 / (1 + e⁻ˣ)`, between 0 and 1.
 *
 * For the last layer of a classifier of two classes. A binary cross-entropy after it works on `x`, so that confident
 * predictions keep exact gradients.
 *
 * @example
 * ```ts
 * sigmoid(tensor([0, 2])); // [0.5, 0.8808]
 * ```
 * @see Keras `keras.activations.sigmoid`
 * @id sigmoid
 */
export const sigmoid: Activation = /* @__PURE__ */ defineActivation('sigmoid', (x) =>
  attachLogits(logistic(x), x),
);
