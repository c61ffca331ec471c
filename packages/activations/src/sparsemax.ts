import { type NamedFunction, defineActivation } from '@myelin/core';
import { type SparsemaxOptions as Options, sparsemax as op } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

export type SparsemaxOptions = Options;

/**
 * A softmax with zeros, as Keras computes it: `y = max(x - τ, 0)`.
 *
 * With the elements in descending order, the `k` largest for which `k · x > Σ x - 1` are the support, and
 * `τ = (Σ cumulated sums of the support - 1) / k`. The paper has the last cumulated sum alone in the place of their sum:
 * only there do the outputs always sum to 1. Here they do where one element wins.
 *
 * Every element is compared with every other: for axes of up to some hundred.
 *
 * @example
 * ```ts
 * sparsemax(tensor([1, 3, 0])); // [0, 1, 0]
 * ```
 * @see Keras `keras.activations.sparsemax`; Martins and Astudillo, 2016, arXiv 1602.02068.
 * @id sparsemax
 */
export const sparsemax: ((x: Tensor, options?: SparsemaxOptions) => Tensor) & NamedFunction =
  /* @__PURE__ */ defineActivation('sparsemax', (x: Tensor, options: SparsemaxOptions = {}): Tensor =>
    op(x, options),
  );
