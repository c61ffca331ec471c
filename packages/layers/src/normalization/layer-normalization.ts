import { ArgumentError, type LayerConfig, type LayerFactory, defineLayer, knownDim } from '@myelin/core';
import { add, mean as average, multiply, reshape, rsqrt, square, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import {
  type ConstraintLike,
  type InitializerLike,
  type RegularizerLike,
  constraint,
  initializer,
  regularizer,
} from '../internal/resolve.js';
import { weightOptions } from '../internal/weight-options.js';

/** Options of {@link layerNormalization}. */
export interface LayerNormalizationConfig extends LayerConfig {
  /** The axis or axes over which an example is normalized: those of the features. @defaultValue -1 */
  axis?: number | readonly number[];
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
  /** Penalty on `beta`. @defaultValue null */
  betaRegularizer?: RegularizerLike;
  /** Penalty on `gamma`. @defaultValue null */
  gammaRegularizer?: RegularizerLike;
  /** Projection of `beta` after each update. @defaultValue null */
  betaConstraint?: ConstraintLike;
  /** Projection of `gamma` after each update. @defaultValue null */
  gammaConstraint?: ConstraintLike;
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
  fixed: { rms_scaling: false },
  defaults: {
    axis: -1,
    epsilon: 1e-3,
    center: true,
    scale: true,
    betaInitializer: 'zeros',
    gammaInitializer: 'ones',
    betaRegularizer: null,
    gammaRegularizer: null,
    betaConstraint: null,
    gammaConstraint: null,
  },
  floats: ['epsilon'],
  resolve: {
    axis,
    betaInitializer: initializer,
    gammaInitializer: initializer,
    betaRegularizer: regularizer,
    gammaRegularizer: regularizer,
    betaConstraint: constraint,
    gammaConstraint: constraint,
  },
  builtConfig: ({ axis: given }) => ({ axis: ascending(given) }),

  inputSpec: ({ config, inputShape, who }) => ({
    rank: inputShape.length,
    axes: Object.fromEntries(ascending(config.axis).map((one) => [one, knownDim(inputShape, one, who)])),
  }),

  build({ config, inputShape, who, addWeight }) {
    const shape = ascending(config.axis).map((one) => knownDim(inputShape, one, who));
    return {
      gamma: config.scale ? addWeight('gamma', shape, weightOptions('gamma', config)) : null,
      beta: config.center ? addWeight('beta', shape, weightOptions('beta', config)) : null,
    };
  },

  call(x, { config, state: { gamma, beta } }) {
    const features = ascending(config.axis).map((one) => (one + x.rank) % x.rank);
    const spread = (weight: Tensor): Tensor => along(features, weight, x);
    const centered = subtract(x, average(x, { axis: features, keepdims: true }));
    const variance = average(square(centered), { axis: features, keepdims: true });
    const deviation = rsqrt(add(variance, config.epsilon));
    const y = multiply(centered, gamma === null ? deviation : multiply(deviation, spread(gamma)));
    return beta === null ? y : add(y, spread(beta));
  },
});

function ascending(given: number | readonly number[]): readonly number[] {
  return typeof given === 'number' ? [given] : [...given].sort((a, b) => a - b);
}

/** A weight with the axes of `x`; one that lies along the last axis broadcasts as it is. */
function along(features: readonly number[], weight: Tensor, { rank, shape }: Tensor): Tensor {
  if (features.length === 1 && features[0] === rank - 1) return weight;
  return reshape(weight, { newshape: shape.map((size, one) => (features.includes(one) ? size : 1)) });
}

function axis(given: number | readonly number[], who: string): number | readonly number[] {
  if ([given].flat().every(Number.isSafeInteger) && ascending(given).length > 0) return given;
  throw new ArgumentError({
    who,
    expected: '`axis` to be a whole number or several of them',
    got: JSON.stringify(given),
  });
}
