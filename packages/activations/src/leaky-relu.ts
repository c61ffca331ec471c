import { type NamedFunction, defineActivation } from '@myelin/core';
import { type LeakyReluOptions as Options, leakyRelu as leak } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

export type LeakyReluOptions = Options;

/**
 * Rectified linear unit that leaks: `y = x` for `x > 0`, else `negativeSlope · x`.
 *
 * No unit dies, since every input has a gradient. As a layer, Keras' default slope is 0.3.
 *
 * @example
 * ```ts
 * leakyRelu(tensor([-1, 2])); // [-0.2, 2]
 * ```
 * @see Keras `keras.activations.leaky_relu`
 * @id leaky_relu
 */
export const leakyRelu: ((x: Tensor, options?: LeakyReluOptions) => Tensor) & NamedFunction =
  /* @__PURE__ */ defineActivation('leaky_relu', (x: Tensor, options: LeakyReluOptions = {}): Tensor => {
    return leak(x, options);
  });
