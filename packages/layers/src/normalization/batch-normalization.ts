import {
  type LayerConfig,
  type LayerFactory,
  type Variable,
  type WeightOptions,
  defineLayer,
  knownDim,
} from '@myelin/core';
import { add, multiply, reshape, rsqrt, square, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import {
  type RenormClipping,
  blend,
  buildRenorm,
  renormalize,
  resolveRenormClipping,
} from '../internal/batch-renorm.js';
import { averageOver } from '../internal/average-over.js';
import {
  type ConstraintLike,
  type InitializerLike,
  type RegularizerLike,
  constraint,
  initializer,
  regularizer,
} from '../internal/resolve.js';
import { weightOptions } from '../internal/weight-options.js';

/** Options of {@link batchNormalization}. */
export interface BatchNormalizationConfig extends LayerConfig {
  /** The axis that is normalized for each of its places by itself: that of the features. @defaultValue -1 */
  axis?: number;
  /** How much of the moving statistics stays at each step. @defaultValue 0.99 */
  momentum?: number;
  /** Added to the variance, so that constant features do not divide by zero. @defaultValue 0.001 */
  epsilon?: number;
  /** Whether to add `beta`. @defaultValue true */
  center?: boolean;
  /** Whether to multiply by `gamma`. @defaultValue true */
  scale?: boolean;
  /** @defaultValue 'zeros' */
  betaInitializer?: InitializerLike;
  /** @defaultValue 'ones' */
  gammaInitializer?: InitializerLike;
  /** @defaultValue 'zeros' */
  movingMeanInitializer?: InitializerLike;
  /** @defaultValue 'ones' */
  movingVarianceInitializer?: InitializerLike;
  /** Penalty on `beta`. @defaultValue null */
  betaRegularizer?: RegularizerLike;
  /** Penalty on `gamma`. @defaultValue null */
  gammaRegularizer?: RegularizerLike;
  /** Projection of `beta` after each update. @defaultValue null */
  betaConstraint?: ConstraintLike;
  /** Projection of `gamma` after each update. @defaultValue null */
  gammaConstraint?: ConstraintLike;
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
    epsilon: 1e-3,
    center: true,
    scale: true,
    betaInitializer: 'zeros',
    gammaInitializer: 'ones',
    movingMeanInitializer: 'zeros',
    movingVarianceInitializer: 'ones',
    betaRegularizer: null,
    gammaRegularizer: null,
    betaConstraint: null,
    gammaConstraint: null,
    synchronized: false,
    renorm: false,
    renormClipping: null,
    renormMomentum: 0.99,
  },
  supportsMasking: true,
  takesMask: true,
  floats: ['momentum', 'epsilon', 'renormMomentum'],
  resolve: {
    betaInitializer: initializer,
    gammaInitializer: initializer,
    movingMeanInitializer: initializer,
    movingVarianceInitializer: initializer,
    betaRegularizer: regularizer,
    gammaRegularizer: regularizer,
    betaConstraint: constraint,
    gammaConstraint: constraint,
    renormClipping: resolveRenormClipping,
  },

  inputSpec: ({ config: { axis }, inputShape, who }) => ({
    rank: inputShape.length,
    axes: { [axis]: knownDim(inputShape, axis, who) },
  }),

  build({ config, inputShape, who, addWeight }) {
    const shape = [knownDim(inputShape, config.axis, who)];
    const { movingMeanInitializer, movingVarianceInitializer } = config;
    const statistic = (name: string, start: WeightOptions['initializer']): Variable =>
      addWeight(name, shape, { initializer: start, trainable: false });
    return {
      gamma: config.scale ? addWeight('gamma', shape, weightOptions('gamma', config)) : null,
      beta: config.center ? addWeight('beta', shape, weightOptions('beta', config)) : null,
      movingMean: statistic('moving_mean', movingMeanInitializer),
      movingVariance: statistic('moving_variance', movingVarianceInitializer),
      renorm: config.renorm ? buildRenorm(statistic, movingMeanInitializer, movingVarianceInitializer) : null,
    };
  },

  call(x, { config, state, variables, training, trainable, mask, update, who }) {
    const feature = (config.axis + x.rank) % x.rank;
    const axes = x.shape.map((_, axis) => axis).filter((axis) => axis !== feature);
    // Statistics have one axis; next to an input whose features are last, they broadcast as they are.
    const spread = (statistic: Tensor): Tensor =>
      feature === x.rank - 1
        ? statistic
        : reshape(statistic, { newshape: x.shape.map((_, axis) => (axis === feature ? -1 : 1)) });
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
