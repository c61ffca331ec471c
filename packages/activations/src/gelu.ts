import { type NamedFunction, defineActivation } from '@myelin/core';
import { gelu as op } from '@myelin/ops';
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
  /* @__PURE__ */ defineActivation('gelu', (x: Tensor, { approximate = false }: GeluOptions = {}): Tensor =>
    op(x, { approximate }),
  );
