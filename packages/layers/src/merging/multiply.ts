import type { LayerConfig, LayerFactory } from '@myelin/core';
import { multiply as times, where } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { mergeMasks } from '../internal/merge.js';
import { countsOf } from './internal/counted.js';
import { defineMerge } from './internal/define-merge.js';

/**
 * The product of its inputs: `y = x₁ · x₂ · ...`, element by element.
 *
 * For gates: one branch says how much of the other passes. Where a mask leaves a step of one input out, the others decide;
 * where it counts in none, the product is 0.
 *
 * List of `[batch, ...]` of one shape → the same shape. Axes of size 1 are repeated; inputs of fewer axes get axes of
 * size 1 after the batch. No weights. A step counts where it counts in one input; all do if one input has no mask.
 *
 * @example
 * ```ts
 * multiply()([tensor([[1, 2]]), tensor([[10, 20]])]); // [[10, 40]]
 * ```
 * @throws ShapeError when the shapes do not fit together.
 * @see Keras `keras.layers.Multiply`
 */
export const multiply: LayerFactory<LayerConfig, readonly Tensor[]> = /* @__PURE__ */ defineMerge({
  className: 'Multiply',

  merge(inputs) {
    const counts = inputs.map(countsOf);
    const product = inputs
      .map((x, i) => (counts[i] ? where(counts[i], x, 1) : x))
      .reduce((left, right) => times(left, right));
    const merged = mergeMasks(counts);
    return merged === null ? product : where(merged, product, 0);
  },
});
