import { type NamedFunction, defineActivation } from '@myelin/core';
import { type SquareplusOptions as Options, squareplus as op } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

export type SquareplusOptions = Options;

/**
 * A smooth `relu` without exponentials: `y = (x + √(x² + b)) / 2`.
 *
 * @example
 * ```ts
 * squareplus(tensor([0, 3])); // [1, 3.3028]
 * ```
 * @see Keras `keras.activations.squareplus`; Barron, 2021, arXiv 2112.11687.
 * @id squareplus
 */
export const squareplus: ((x: Tensor, options?: SquareplusOptions) => Tensor) & NamedFunction =
  /* @__PURE__ */ defineActivation('squareplus', (x: Tensor, options: SquareplusOptions = {}): Tensor =>
    op(x, options),
  );
