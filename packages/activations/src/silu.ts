import { type Activation, defineActivation } from '@myelin/core';
import { silu as op } from '@myelin/ops';

/**
 * `x` times its sigmoid: `y = x / (1 + e⁻ˣ)`. Also called swish.
 *
 * @example
 * ```ts
 * silu(tensor([1, -1])); // [0.7311, -0.2689]
 * ```
 * @see Keras `keras.activations.silu`; Ramachandran et al., 2017, arXiv 1710.05941.
 * @id silu swish
 */
export const silu: Activation = /* @__PURE__ */ defineActivation('silu', (x) => op(x));
