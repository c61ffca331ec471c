import { type NamedFunction, defineActivation } from '@myelin/core';
import { add, erf, multiply, power, tanh } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

export interface GeluOptions {
  /** Whether to take the formula with `tanh`. @defaultValue false */
  readonly approximate?: boolean;
}

/**
 * Gaussian error linear unit: `y = x · Φ(x)`, where `Φ` is the normal distribution function.
 *
 * Common in transformers. `approximate` takes `y = x/2 · (1 + tanh(√(2/π) · (x + 0.044715 · x³)))`.
 *
 * @example
 * ```ts
 * gelu(tensor([1, -1])); // [0.8413, -0.1587]
 * ```
 * @see Keras `keras.activations.gelu`; Hendrycks and Gimpel, 2016, arXiv 1606.08415.
 * @id gelu
 */
export const gelu: ((x: Tensor, options?: GeluOptions) => Tensor) & NamedFunction =
  /* @__PURE__ */ defineActivation('gelu', (x: Tensor, options: GeluOptions = {}): Tensor => {
    const inner =
      options.approximate === true
        ? tanh(multiply(add(x, multiply(power(x, 3), 0.044715)), Math.sqrt(2 / Math.PI)))
        : erf(multiply(x, Math.SQRT1_2));
    return multiply(multiply(x, 0.5), add(inner, 1));
  });
