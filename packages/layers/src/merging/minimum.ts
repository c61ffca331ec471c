import type { LayerConfig, LayerFactory } from '@myelin/core';
import { minimum as smaller } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { chooseCounted } from './internal/counted.js';
import { defineMerge } from './internal/define-merge.js';

/**
 * The smallest of its inputs: `y = min(x₁, x₂, ...)`, element by element.
 *
 * Where a mask leaves a step of one input out, the others decide.
 *
 * List of `[batch, ...]` of one shape → the same shape. Axes of size 1 are repeated; inputs of fewer axes get axes of
 * size 1 after the batch. No weights. A step counts where it counts in one input; all do if one input has no mask.
 *
 * @example
 * ```ts
 * minimum()([tensor([[1, 5]]), tensor([[3, 4]])]); // [[1, 4]]
 * ```
 * @throws ShapeError when the shapes do not fit together.
 * @see Keras `keras.layers.Minimum`
 */
export const minimum: LayerFactory<LayerConfig, readonly Tensor[]> = /* @__PURE__ */ defineMerge({
  className: 'Minimum',

  merge: (inputs) => chooseCounted(smaller, inputs),
});
