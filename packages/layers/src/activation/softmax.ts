import { softmax as distribute } from '@myelin/activations';
import { type LayerConfig, type LayerFactory, ShapeError, defineLayer, formatShape } from '@myelin/core';
import { divide, exp, greater, max, stopGradient, subtract, sum, where } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { listOfAxes, oneOrMoreAxes } from '../internal/axes.js';

/** Options of {@link softmax}. */
export interface SoftmaxConfig extends LayerConfig {
  /** The axis whose elements become a distribution, or several that become one together. @defaultValue -1 */
  axis?: number | readonly number[];
}

/** Stands for minus infinity, as in Keras. */
const unseen = -1e9;

/**
 * Probabilities from logits as a layer of its own: `yᵢ = e^xᵢ / Σ e^xⱼ`, positive and summing to 1.
 *
 * Elements that a mask leaves out have the probability 0, and do not count in the sum; where all are left out, all are 0.
 * A mask broadcasts to the input from its last axis on: it fits `[batch, steps]`, not `[batch, steps, features]`. Values
 * of a mask of numbers count above 0.5. A cross-entropy after the layer works on `x`, unless there is a mask or the
 * distribution lies over several axes.
 *
 * Any shape → the same shape. No weights.
 *
 * @example
 * ```ts
 * const x = tensor([[1, 1, 8]]);
 * softmax()(x, { mask: tensor([[1, 1, 0]], 'bool') }); // [[0.5, 0.5, 0]]
 * ```
 * @throws ShapeError for a mask that does not broadcast to the input.
 * @see Keras `keras.layers.Softmax`
 */
export const softmax: LayerFactory<SoftmaxConfig> = /* @__PURE__ */ defineLayer({
  className: 'Softmax',
  defaults: { axis: -1 },
  supportsMasking: true,
  takesMask: true,
  resolve: { axis: oneOrMoreAxes },
  build: () => ({}),

  call(x, { config, mask, who }) {
    if (mask === null) return over(x, config.axis);
    const counts = fitting(mask, x, who);
    return where(counts, over(where(counts, x, unseen), config.axis), 0);
  },
});

function over(x: Tensor, axes: number | readonly number[]): Tensor {
  const [axis = -1, ...others] = listOfAxes(axes);
  if (others.length === 0) return distribute(x, { axis });
  const shares = exp(subtract(x, stopGradient(max(x, { axis: axes, keepdims: true }))));
  return divide(shares, sum(shares, { axis: axes, keepdims: true }));
}

/** The mask as booleans. */
function fitting(mask: Tensor, x: Tensor, who: string): Tensor {
  const sizes = x.shape.slice(x.rank - mask.rank);
  if (mask.rank > x.rank || mask.shape.some((size, i) => size !== 1 && size !== sizes[i])) {
    throw new ShapeError({
      who,
      expected: `a mask that broadcasts to the input ${formatShape(x.shape)}`,
      got: formatShape(mask.shape),
    });
  }
  return mask.dtype === 'bool' ? mask : greater(mask, 0.5);
}
