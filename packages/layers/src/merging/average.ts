import type { LayerConfig, LayerFactory } from '@myelin/core';
import { add, divide } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { defineMerge } from './internal/define-merge.js';

/**
 * The mean of its inputs: `y = (x₁ + x₂ + ...) / n`, element by element.
 *
 * For the opinions of several branches, or of several models.
 *
 * List of `[batch, ...]` of one shape → the same shape. Axes of size 1 are repeated; inputs of fewer axes get axes of
 * size 1 after the batch. No weights. A step counts where it counts in one input; all do if one input has no mask.
 *
 * @example
 * ```ts
 * average()([tensor([[1, 2]]), tensor([[3, 6]])]); // [[2, 4]]
 * ```
 * @throws ShapeError when the shapes do not fit together.
 * @see Keras `keras.layers.Average`
 */
export const average: LayerFactory<LayerConfig, readonly Tensor[]> = /* @__PURE__ */ defineMerge({
  className: 'Average',

  merge: (inputs) =>
    divide(
      inputs.reduce((sum, x) => add(sum, x)),
      inputs.length,
    ),
});
