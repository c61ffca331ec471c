import type { LayerConfig, LayerFactory } from '@myelin/core';
import { maximum as larger } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { chooseCounted } from './internal/counted.js';
import { defineMerge } from './internal/define-merge.js';

/**
 * The largest of its inputs: `y = max(x₁, x₂, ...)`, element by element.
 *
 * Where a mask leaves a step of one input out, the others decide.
 *
 * List of `[batch, ...]` of one shape → the same shape. Axes of size 1 are repeated; inputs of fewer axes get axes of
 * size 1 after the batch. No weights. A step counts where it counts in one input; all do if one input has no mask.
 *
 * @example
 * ```ts
 * maximum()([tensor([[1, 5]]), tensor([[3, 4]])]); // [[3, 5]]
 * ```
 * @throws ShapeError when the shapes do not fit together.
 * @see Keras `keras.layers.Maximum`
 */
export const maximum: LayerFactory<LayerConfig, readonly Tensor[]> = /* @__PURE__ */ defineMerge({
  className: 'Maximum',

  merge: (inputs) => chooseCounted(larger, inputs),
});
