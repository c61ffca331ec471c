import { ArgumentError, type InitializerFactory, defineInitializer } from '@myelin/core';
import { expectOneOf } from './internal/expect-one-of.js';
import {
  type FanConfig,
  type FanMode,
  type ScaledDistribution,
  drawScaled,
  fanDefaults,
} from './internal/scaled.js';

/** Options of {@link varianceScaling}. */
export interface VarianceScalingConfig extends FanConfig {
  /** The variance of values of a kernel with one input. @defaultValue 1 */
  scale?: number;
  /** What the variance is divided by: the inputs, the outputs, or their mean. @defaultValue 'fan_in' */
  mode?: FanMode;
  /** `'normal'` is another word for `'truncated_normal'`. @defaultValue 'truncated_normal' */
  distribution?: ScaledDistribution | 'normal';
}

/**
 * Values of mean 0 and variance `scale / fan`, where `fan` is the number of inputs, outputs, or their mean.
 *
 * What the initializers of Glorot, He and LeCun are cases of.
 *
 * @example
 * ```ts
 * varianceScaling({ scale: 2, mode: 'fan_out', seed: 1 })([2, 4]).shape; // [2, 4]
 * ```
 * @throws ArgumentError for a scale that is not positive, and for unknown words.
 * @see Keras `keras.initializers.VarianceScaling`
 * @id variance_scaling
 */
export const varianceScaling: InitializerFactory<VarianceScalingConfig> =
  /* @__PURE__ */ defineInitializer<VarianceScalingConfig>({
    className: 'VarianceScaling',
    defaults: { scale: 1, mode: 'fan_in', distribution: 'truncated_normal', ...fanDefaults },
    floats: ['scale'],

    normalize: (config) =>
      config.distribution === 'normal' ? { ...config, distribution: 'truncated_normal' } : config,

    check({ scale, mode, distribution }) {
      if (!(scale > 0)) {
        throw new ArgumentError({
          who: 'varianceScaling',
          expected: '`scale` to be positive',
          got: String(scale),
        });
      }
      expectOneOf('varianceScaling', { mode }, ['fan_in', 'fan_out', 'fan_avg']);
      expectOneOf('varianceScaling', { distribution }, ['truncated_normal', 'untruncated_normal', 'uniform']);
    },

    call: (shape, { scale, mode, distribution, ...config }) =>
      drawScaled(shape, scale, mode, distribution as ScaledDistribution, config),
  });
