import { type LayerConfig, type LayerFactory, defineLayer, knownDim } from '@myelin/core';
import { ascending, fromFirst, oneOrMoreAxes } from '../internal/axes.js';
import { along } from './internal/along.js';
import { fixedSizes } from './internal/fixed-sizes.js';
import {
  type ScaleAndCenterOptions,
  scaleAndCenter,
  scaleAndCenterDefaults,
  scaleAndCenterResolvers,
} from './internal/scale-and-center.js';
import { standardize } from './internal/standardize.js';

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

  inputSpec: ({ config, inputShape, who }) => fixedSizes(ascending(config.axis), inputShape, who),

  build({ config, inputShape, who, addWeight }) {
    const shape = ascending(config.axis).map((one) => knownDim(inputShape, one, who));
    const { rmsScaling, scale, center } = config;
    const wanted = { ...config, scale: scale || rmsScaling, center: center && !rmsScaling };
    return scaleAndCenter(wanted, shape, addWeight);
  },

  call(x, { config, state: { gamma, beta } }) {
    const features = fromFirst(ascending(config.axis), x.rank);
    return standardize(x, {
      axis: features,
      epsilon: config.epsilon,
      gamma: gamma && along(features, gamma, x),
      beta: beta && along(features, beta, x),
      keepsMean: config.rmsScaling,
    });
  },
});
