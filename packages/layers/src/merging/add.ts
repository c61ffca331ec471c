import type { LayerConfig, LayerFactory } from '@myelin/core';
import { add as plus } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { defineMerge } from './internal/define-merge.js';

/**
 * The sum of its inputs: `y = x₁ + x₂ + ...`.
 *
 * For residual connections: a block learns the difference to its input.
 *
 * List of `[batch, ...]` of one shape → the same shape. Axes of size 1 are repeated; inputs of fewer axes get axes of
 * size 1 after the batch. No weights. A step counts where it counts in one input; all do if one input has no mask.
 *
 * @example
 * ```ts
 * add()([tensor([[1, 2]]), tensor([[10, 20]])]); // [[11, 22]]
 * ```
 * @throws ShapeError when the shapes do not fit together.
 * @see Keras `keras.layers.Add`
 */
export const add: LayerFactory<LayerConfig, readonly Tensor[]> = /* @__PURE__ */ defineMerge({
  className: 'Add',

  merge: (inputs) => inputs.reduce((sum, x) => plus(sum, x)),
});
