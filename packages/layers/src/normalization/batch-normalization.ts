import {
  type LayerConfig,
  type LayerFactory,
  type Variable,
  type WeightOptions,
  defineLayer,
  knownDim,
} from '@myelin/core';
import { add, multiply, rsqrt, square, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { averageOver } from '../internal/average-over.js';
import {
  type RenormClipping,
  blend,
  buildRenorm,
  renormalize,
  resolveRenormClipping,
} from '../internal/batch-renorm.js';
import { type InitializerLike, initializer } from '../internal/resolve.js';
import { along } from './internal/along.js';
import { fixedSizes } from './internal/fixed-sizes.js';
import {
  type ScaleAndCenterOptions,
  scaleAndCenter,
  scaleAndCenterDefaults,
  scaleAndCenterResolvers,
} from './internal/scale-and-center.js';

/** Options of {@link batchNormalization}. */
export interface BatchNormalizationConfig extends LayerConfig, ScaleAndCenterOptions {
  /** The axis that is normalized for each of its places by itself: that of the features. @defaultValue -1 */
  axis?: number;
  /** How much of the moving statistics stays at each step. @defaultValue 0.99 */
  momentum?: number;
  /** @defaultValue 'zeros' */
  movingMeanInitializer?: InitializerLike;
  /** @defaultValue 'ones' */
  movingVarianceInitializer?: InitializerLike;
  /** Whether replicas share statistics; there is one replica here, so that it changes nothing. @defaultValue false */
  synchronized?: boolean;
  /** Whether training corrects towards the moving statistics (batch renormalization). @defaultValue false */
  renorm?: boolean;
  /** Bounds of the corrections of `renorm`. @defaultValue null, without bounds */
  renormClipping?: RenormClipping | null;
  /** How much of the statistics of `renorm` stays at each step. @defaultValue 0.99 */
  renormMomentum?: number;
}

/**
 * Features with mean 0 and variance 1 over the batch: `y = gamma · (x - mean) / √(variance + epsilon) + beta`.
 *
 * Makes deep networks train faster and less sensitive to their initial weights. Training takes mean and variance of
 * the batch and follows them with moving averages; inference takes the moving averages. A layer with
 * `trainable = false` always behaves as at inference. Masked steps are normalized, and left out of mean and variance.
 *
 * Any shape with the features on `axis` → the same shape.
 * Weights, in saved order: `gamma [features]` if `scale`, `beta [features]` if `center`, then not trained
 * `moving_mean [features]`, `moving_variance [features]`, and with `renorm` `moving_stddev`, `renorm_mean` and
 * `renorm_stddev` alike. The variance is that of the batch itself (divided by n), as in Keras.
 *
 * @example
 * ```ts
 * batchNormalization({ epsilon: 0 })(tensor([[1, -2]])); // [[1, -2]]
 * ```
 * @throws ShapeError when the number of features is unknown or changes.
 * @see Keras `keras.layers.BatchNormalization`; Ioffe and Szegedy, 2015, arXiv 1502.03167, algorithm 1; for `renorm`
 * Ioffe, 2017, arXiv 1702.03275.
 */
export const batchNormalization: LayerFactory<BatchNormalizationConfig> = /* @__PURE__ */ defineLayer({
  className: 'BatchNormalization',
  defaults: {
    axis: -1,
    momentum: 0.99,
    movingMeanInitializer: 'zeros',
    movingVarianceInitializer: 'ones',
    synchronized: false,
    renorm: false,
    renormClipping: null,
    renormMomentum: 0.99,
    ...scaleAndCenterDefaults,
  },
  supportsMasking: true,
  takesMask: true,
  floats: ['momentum', 'epsilon', 'renormMomentum'],
  resolve: {
    movingMeanInitializer: initializer,
    movingVarianceInitializer: initializer,
    renormClipping: resolveRenormClipping,
    ...scaleAndCenterResolvers,
  },

  inputSpec: ({ config: { axis }, inputShape, who }) => fixedSizes([axis], inputShape, who),

  build({ config, inputShape, who, addWeight }) {
    const shape = [knownDim(inputShape, config.axis, who)];
    const { movingMeanInitializer, movingVarianceInitializer } = config;
    const statistic = (name: string, start: WeightOptions['initializer']): Variable =>
      addWeight(name, shape, { initializer: start, trainable: false });
    return {
      ...scaleAndCenter(config, shape, addWeight),
      movingMean: statistic('moving_mean', movingMeanInitializer),
      movingVariance: statistic('moving_variance', movingVarianceInitializer),
      renorm: config.renorm ? buildRenorm(statistic, movingMeanInitializer, movingVarianceInitializer) : null,
    };
  },

  call(x, { config, state, variables, training, trainable, mask, update, who }) {
    const feature = (config.axis + x.rank) % x.rank;
    const axes = x.shape.map((_, axis) => axis).filter((axis) => axis !== feature);
    const spread = (statistic: Tensor): Tensor => along([feature], statistic, x);
    const normalize = (
      centered: Tensor,
      variance: Tensor,
      gamma: Tensor | null,
      beta: Tensor | null,
    ): Tensor => {
      const deviation = rsqrt(add(variance, config.epsilon));
      const y = multiply(centered, spread(gamma === null ? deviation : multiply(deviation, gamma)));
      return beta === null ? y : add(y, spread(beta));
    };
    const { gamma, beta, movingMean, movingVariance } = state;
    if (!training || !trainable) {
      return normalize(subtract(x, spread(movingMean)), movingVariance, gamma, beta);
    }
    const average = averageOver(axes, x, mask, who);
    const mean = average(x);
    const centered = subtract(x, spread(mean));
    const variance = average(square(centered));
    update(variables.movingMean, blend(movingMean, mean, config.momentum));
    if (state.renorm === null || variables.renorm === null) {
      update(variables.movingVariance, blend(movingVariance, variance, config.momentum));
      return normalize(centered, variance, gamma, beta);
    }
    const corrected = renormalize({ mean, variance, gamma, beta }, state.renorm, config);
    for (const name of ['movingStddev', 'renormMean', 'renormStddev'] as const) {
      update(variables.renorm[name], corrected.statistics[name]);
    }
    update(variables.movingVariance, corrected.movingVariance);
    return normalize(centered, variance, corrected.gamma, corrected.beta);
  },
});
