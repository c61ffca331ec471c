import { type InitializerFactory, defineInitializer } from '@myelin/core';
import { type FanConfig, drawScaled, fanDefaults } from './internal/scaled.js';

/**
 * Uniform in `[-limit, limit)` with `limit = √(6 / (fanIn + fanOut))`: keeps the variance of signals and gradients.
 *
 * The default of dense layers and convolutions; suits `tanh` and `sigmoid`.
 *
 * @example
 * ```ts
 * glorotUniform({ seed: 1 })([2, 4]).shape; // [2, 4]
 * ```
 * @see Keras `keras.initializers.GlorotUniform`; Glorot and Bengio, 2010.
 * @id glorot_uniform
 */
export const glorotUniform: InitializerFactory<FanConfig> = /* @__PURE__ */ defineInitializer<FanConfig>({
  className: 'GlorotUniform',
  defaults: fanDefaults,
  call: (shape, config) => drawScaled(shape, 1, 'fan_avg', 'uniform', config),
});
