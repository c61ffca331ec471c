import { type LayerConfig, type LayerFactory, defineLayer, knownDim } from '@myelin/core';
import { ones } from '@myelin/initializers';
import { add, mean, multiply, rsqrt, square } from '@myelin/ops';
import { ascending, fromFirst, oneOrMoreAxes } from '../internal/axes.js';
import { along } from './internal/along.js';
import { fixedSizes } from './internal/fixed-sizes.js';

/** Options of {@link rmsNormalization}. */
export interface RmsNormalizationConfig extends LayerConfig {
  /** The axis or axes over which an example is normalized: those of the features. @defaultValue -1 */
  axis?: number | readonly number[];
  /** Added to the mean square, so that zeros do not divide by zero. @defaultValue 0.000001 */
  epsilon?: number;
}

/**
 * Features with a mean square of 1 within each example: `y = scale · x / √(mean(x²) + epsilon)`.
 *
 * Layer normalization without the mean: cheaper, and what most large language models have in its place.
 *
 * Any shape with the features on `axis` → the same shape.
 * Weights: `scale [features]`; with several axes it has one axis for each, in ascending order of the numbers given.
 * Unlike in Keras, where only the last axes work, it lies along those axes wherever they are.
 *
 * @example
 * ```ts
 * rmsNormalization()(tensor([[3, -3]])); // [[1, -1]]
 * ```
 * @throws ShapeError when the size of such an axis is unknown or changes.
 * @see Keras `keras.layers.RMSNormalization`; Zhang and Sennrich, 2019, arXiv 1910.07467, equation 4.
 */
export const rmsNormalization: LayerFactory<RmsNormalizationConfig> = /* @__PURE__ */ defineLayer({
  className: 'RMSNormalization',
  defaults: { axis: -1, epsilon: 1e-6 },
  floats: ['epsilon'],
  resolve: { axis: oneOrMoreAxes },
  builtConfig: ({ axis }) => ({ axis: ascending(axis) }),

  inputSpec: ({ config, inputShape, who }) => fixedSizes(ascending(config.axis), inputShape, who),

  build({ config, inputShape, who, addWeight }) {
    const shape = ascending(config.axis).map((one) => knownDim(inputShape, one, who));
    return { scale: addWeight('scale', shape, { initializer: ones() }) };
  },

  call(x, { config, state: { scale } }) {
    const features = fromFirst(ascending(config.axis), x.rank);
    const root = rsqrt(add(mean(square(x), { axis: features, keepdims: true }), config.epsilon));
    return multiply(multiply(x, root), along(features, scale, x));
  },
});
