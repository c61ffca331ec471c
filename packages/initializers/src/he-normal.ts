import { type InitializerFactory, defineInitializer } from '@myelin/core';
import { type FanConfig, drawScaled, fanDefaults } from './internal/scaled.js';

/**
 * Normal with variance `2 / fanIn`, cut off at two standard deviations.
 *
 * For layers with `relu`, which halves the variance.
 *
 * @example
 * ```ts
 * heNormal({ seed: 1 })([2, 4]).shape; // [2, 4]
 * ```
 * @see Keras `keras.initializers.HeNormal`; He et al., 2015, arXiv 1502.01852.
 * @id he_normal
 */
export const heNormal: InitializerFactory<FanConfig> = /* @__PURE__ */ defineInitializer<FanConfig>({
  className: 'HeNormal',
  defaults: fanDefaults,
  call: (shape, config) => drawScaled(shape, 2, 'fan_in', 'truncated_normal', config),
});
