import { type InitializerFactory, defineInitializer } from '@myelin/core';
import { type FanConfig, drawScaled, fanDefaults } from './internal/scaled.js';

/**
 * Uniform in `[-limit, limit)` with `limit = √(3 / fanIn)`.
 *
 * Keeps the variance of signals.
 *
 * @example
 * ```ts
 * lecunUniform({ seed: 1 })([2, 4]).shape; // [2, 4]
 * ```
 * @see Keras `keras.initializers.LecunUniform`; LeCun et al., "Efficient BackProp", 1998.
 * @id lecun_uniform
 */
export const lecunUniform: InitializerFactory<FanConfig> = /* @__PURE__ */ defineInitializer<FanConfig>({
  className: 'LecunUniform',
  defaults: fanDefaults,
  call: (shape, config) => drawScaled(shape, 1, 'fan_in', 'uniform', config),
});
