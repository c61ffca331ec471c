import { type Activation, defineActivation } from '@myelin/core';
import { softplus as logOnePlusExp } from '@myelin/ops';

/**
 * A smooth `relu`: `y = log(1 + eˣ)`, without overflow.
 *
 * For outputs that are positive, such as standard deviations.
 *
 * @example
 * ```ts
 * softplus(tensor([0, 100])); // [0.6931, 100]
 * ```
 * @see Keras `keras.activations.softplus`
 * @id softplus
 */
export const softplus: Activation = /* @__PURE__ */ defineActivation('softplus', (x) => logOnePlusExp(x));
