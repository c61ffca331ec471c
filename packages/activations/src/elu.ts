import { type NamedFunction, defineActivation } from '@myelin/core';
import { type EluOptions as Options, elu as op } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

export type EluOptions = Options;

/**
 * Exponential linear unit: `y = x` for `x > 0`, else `alpha · (eˣ - 1)`.
 *
 * Its outputs have means nearer to zero than those of `relu`.
 *
 * @example
 * ```ts
 * elu(tensor([1, -1])); // [1, -0.6321]
 * ```
 * @see Keras `keras.activations.elu`; Clevert et al., 2015, arXiv 1511.07289.
 * @id elu
 */
export const elu: ((x: Tensor, options?: EluOptions) => Tensor) & NamedFunction =
  /* @__PURE__ */ defineActivation('elu', (x: Tensor, options: EluOptions = {}): Tensor => op(x, options));
