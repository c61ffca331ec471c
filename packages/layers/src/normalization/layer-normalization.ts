import { type LayerConfig, type LayerFactory, defineLayer, knownDim } from '@myelin/core';
import { add, mean as average, multiply, rsqrt, square, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { ascending, oneOrMoreAxes } from '../internal/axes.js';
import { along, fromFirst } from './internal/along.js';
import {
  type ScaleAndCenterOptions,
  scaleAndCenter,
  scaleAndCenterDefaults,
  scaleAndCenterResolvers,
} from './internal/scale-and-center.js';

/** Options of {@link layerNormalization}. */
export interface LayerNormalizationConfig extends LayerConfig, ScaleAndCenterOptions {
  /** The axis or axes over which an example is normalized: those of the features. @defaultValue -1 */
  axis?: number | readonly number[];
  /**
   * Divides by the deviation without taking the mean off, and has no `beta`. For files that have it: what its name says is
   * `rmsNormalization`. @defaultValue false
   */
  rmsScaling?: boolean;
}

/**
 * Features with mean 0 and variance 1 within each example: `y = gamma · (x - mean) / √(variance + epsilon) + beta`.
 *
 * Unlike batch normalization it does the same in training and at inference, and for batches of any size: the usual choice
 * in transformers and recurrent networks.
 *
 * Any shape with the features on `axis` → the same shape.
 * Weights, in saved order: `gamma [features]` if `scale`, `beta [features]` if `center`; with several axes they have one
 * axis for each, in ascending order of the numbers given.
 *
 * @example
 * ```ts
 * layerNormalization({ epsilon: 0 })(tensor([[1, 3]])); // [[-1, 1]]
 * ```
 * @throws ShapeError when the size of such an axis is unknown or changes.
 * @see Keras `keras.layers.LayerNormalization`; Ba, Kiros and Hinton, 2016, arXiv 1607.06450, equations 3 and 4.
 */
export const layerNormalization: LayerFactory<LayerNormalizationConfig> = /* @__PURE__ */ defineLayer({
  className: 'LayerNormalization',
  supportsMasking: true,
  defaults: { axis: -1, rmsScaling: false, ...scaleAndCenterDefaults },
  floats: ['epsilon'],
  resolve: { axis: oneOrMoreAxes, ...scaleAndCenterResolvers },
  builtConfig: ({ axis: given }) => ({ axis: ascending(given) }),

  inputSpec: ({ config, inputShape, who }) => ({
    rank: inputShape.length,
    axes: Object.fromEntries(ascending(config.axis).map((one) => [one, knownDim(inputShape, one, who)])),
  }),

  build({ config, inputShape, who, addWeight }) {
    const shape = ascending(config.axis).map((one) => knownDim(inputShape, one, who));
    const { rmsScaling, scale, center } = config;
    const wanted = { ...config, scale: scale || rmsScaling, center: center && !rmsScaling };
    return scaleAndCenter(wanted, shape, addWeight);
  },

  call(x, { config, state: { gamma, beta } }) {
    const features = fromFirst(ascending(config.axis), x.rank);
    const spread = (weight: Tensor): Tensor => along(features, weight, x);
    const centered = subtract(x, average(x, { axis: features, keepdims: true }));
    const variance = average(square(centered), { axis: features, keepdims: true });
    const deviation = rsqrt(add(variance, config.epsilon));
    const factor = gamma === null ? deviation : multiply(deviation, spread(gamma));
    const y = multiply(config.rmsScaling ? x : centered, factor);
    return beta === null ? y : add(y, spread(beta));
  },
});
