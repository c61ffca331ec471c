import { type Activation, defineActivation } from '@myelin/core';
import { sparsePlus as op } from '@myelin/ops';

/**
 * A `relu` with a parabola for its kink: 0 up to -1, `(x + 1)² / 4` up to 1, then `x`.
 *
 * @example
 * ```ts
 * sparsePlus(tensor([-1, 0, 2])); // [0, 0.25, 2]
 * ```
 * @see Keras `keras.activations.sparse_plus`
 * @id sparse_plus
 */
export const sparsePlus: Activation = /* @__PURE__ */ defineActivation('sparse_plus', (x) => op(x));
