import { type NamedFunction, defineActivation } from '@myelin/core';
import { type CeluOptions as Options, celu as op } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

export type CeluOptions = Options;

/**
 * Continuously differentiable exponential linear unit: `y = max(x, 0) + alpha · (e^(min(x, 0) / alpha) - 1)`.
 *
 * Smooth at zero for every `alpha`. At exactly 0 the gradient is 2, as TensorFlow computes it.
 *
 * @example
 * ```ts
 * celu(tensor([1, -1])); // [1, -0.6321]
 * ```
 * @see Keras `keras.activations.celu`; Barron, 2017, arXiv 1704.07483.
 * @id celu
 */
export const celu: ((x: Tensor, options?: CeluOptions) => Tensor) & NamedFunction =
  /* @__PURE__ */ defineActivation('celu', (x: Tensor, options: CeluOptions = {}): Tensor => op(x, options));
