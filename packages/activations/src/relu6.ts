import { type Activation, defineActivation } from '@myelin/core';
import { relu6 as op } from '@myelin/ops';

/**
 * Rectified linear unit with a ceiling: `y = min(max(x, 0), 6)`.
 *
 * Common in networks for small devices.
 *
 * @example
 * ```ts
 * relu6(tensor([-1, 3, 8])); // [0, 3, 6]
 * ```
 * @see Keras `keras.activations.relu6`
 * @id relu6
 */
export const relu6: Activation = /* @__PURE__ */ defineActivation('relu6', (x) => op(x));
