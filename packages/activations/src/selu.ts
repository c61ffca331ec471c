import { type Activation, defineActivation } from '@myelin/core';
import { selu as scaledElu } from '@myelin/ops';

/**
 * Scaled exponential linear unit: `y = 1.0507 · x` for `x > 0`, else `1.0507 · 1.6733 · (eˣ - 1)`.
 *
 * Keeps mean 0 and variance 1 through many layers, if the kernels start with `lecun_normal`.
 *
 * @example
 * ```ts
 * selu(tensor([1, -1])); // [1.0507, -1.1113]
 * ```
 * @see Keras `keras.activations.selu`; Klambauer et al., 2017, arXiv 1706.02515.
 * @id selu
 */
export const selu: Activation = /* @__PURE__ */ defineActivation('selu', (x) => scaledElu(x));
