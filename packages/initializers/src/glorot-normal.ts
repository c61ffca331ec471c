import { type InitializerFactory, defineInitializer } from '@myelin/core';
import { type FanConfig, drawScaled, fanDefaults } from './internal/scaled.js';

/**
 * Normal with variance `2 / (fanIn + fanOut)`, cut off at two standard deviations.
 *
 * Keeps the variance of signals and gradients; suits `tanh` and `sigmoid`.
 *
 * @example
 * ```ts
 * glorotNormal({ seed: 1 })([2, 4]).shape; // [2, 4]
 * ```
 * @see Keras `keras.initializers.GlorotNormal`; Glorot and Bengio, 2010.
 * @id glorot_normal
 */
export const glorotNormal: InitializerFactory<FanConfig> = /* @__PURE__ */ defineInitializer<FanConfig>({
  className: 'GlorotNormal',
  defaults: fanDefaults,
  call: (shape, config) => drawScaled(shape, 1, 'fan_avg', 'truncated_normal', config),
});
