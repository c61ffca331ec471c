import { type InitializerFactory, defineInitializer } from '@myelin/core';
import { type FanConfig, drawScaled, fanDefaults } from './internal/scaled.js';

/**
 * Normal with variance `1 / fanIn`, cut off at two standard deviations.
 *
 * For layers with `selu`.
 *
 * @example
 * ```ts
 * lecunNormal({ seed: 1 })([2, 4]).shape; // [2, 4]
 * ```
 * @see Keras `keras.initializers.LecunNormal`; Klambauer et al., 2017, arXiv 1706.02515.
 * @id lecun_normal
 */
export const lecunNormal: InitializerFactory<FanConfig> = /* @__PURE__ */ defineInitializer<FanConfig>({
  className: 'LecunNormal',
  defaults: fanDefaults,
  call: (shape, config) => drawScaled(shape, 1, 'fan_in', 'truncated_normal', config),
});
