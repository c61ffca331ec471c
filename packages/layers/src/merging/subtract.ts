import type { LayerConfig, LayerFactory } from '@myelin/core';
import { subtract as minus } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { defineMerge } from './internal/define-merge.js';

/**
 * The difference of its two inputs: `y = x₁ - x₂`.
 *
 * To compare two branches, as in Siamese networks.
 *
 * List of two `[batch, ...]` of one shape → the same shape. Axes of size 1 are repeated; inputs of fewer axes get axes
 * of size 1 after the batch. No weights. A step counts where it counts in one input; all do if one input has no mask.
 *
 * @example
 * ```ts
 * subtract()([tensor([[5, 5]]), tensor([[1, 2]])]); // [[4, 3]]
 * ```
 * @throws ShapeError when the shapes do not fit together, and for another number of inputs than two.
 * @see Keras `keras.layers.Subtract`
 */
export const subtract: LayerFactory<LayerConfig, readonly Tensor[]> = /* @__PURE__ */ defineMerge({
  className: 'Subtract',
  count: 2,
  merge: ([left, right]) => minus(left as Tensor, right as Tensor),
});
