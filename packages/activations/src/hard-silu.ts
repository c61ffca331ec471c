import { type Activation, defineActivation } from '@myelin/core';
import { hardSilu as op } from '@myelin/ops';

/**
 * `x` times a sigmoid of three lines: `y = x · clip(x / 6 + 1/2, 0, 1)`. Also called hard swish.
 *
 * @example
 * ```ts
 * hardSilu(tensor([-3, 1, 4])); // [0, 0.6667, 4]
 * ```
 * @see Keras `keras.activations.hard_silu`; Howard et al., 2019, arXiv 1905.02244.
 * @id hard_silu hard_swish
 */
export const hardSilu: Activation = /* @__PURE__ */ defineActivation('hard_silu', (x) => op(x));
