import { type InitializerFactory, defineInitializer } from '@myelin/core';
import { type FanConfig, drawScaled, fanDefaults } from './internal/scaled.js';

/**
 * Uniform in `[-limit, limit)` with `limit = √(6 / fanIn)`.
 *
 * For layers with `relu`, which halves the variance.
 *
 * @example
 * ```ts
 * heUniform({ seed: 1 })([2, 4]).shape; // [2, 4]
 * ```
 * @see Keras `keras.initializers.HeUniform`; He et al., 2015, arXiv 1502.01852.
 * @id he_uniform
 */
export const heUniform: InitializerFactory<FanConfig> = /* @__PURE__ */ defineInitializer<FanConfig>({
  className: 'HeUniform',
  defaults: fanDefaults,
  call: (shape, config) => drawScaled(shape, 2, 'fan_in', 'uniform', config),
});
