import { type NamedFunction, defineActivation } from '@myelin/core';
import { type SoftmaxOptions as Options, attachLogits, softmax as distribute } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

export type SoftmaxOptions = Options;

/**
 * Probabilities: `yᵢ = e^xᵢ / Σ e^xⱼ`, positive and summing to 1.
 *
 * For the last layer of a classifier. A cross-entropy after it works on `x`, so that confident predictions keep exact
 * gradients.
 *
 * @example
 * ```ts
 * softmax(tensor([1.66, 0.55, 0.98])); // [0.5446, 0.1795, 0.2759]
 * ```
 * @see Keras `keras.activations.softmax`
 * @id softmax
 */
export const softmax: ((x: Tensor, options?: SoftmaxOptions) => Tensor) & NamedFunction =
  /* @__PURE__ */ defineActivation('softmax', (x: Tensor, options: SoftmaxOptions = {}): Tensor =>
    attachLogits(distribute(x, options), x),
  );
