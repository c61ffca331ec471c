import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import { normalize } from '@myelin/ops';
import { oneOrMoreAxes } from '../internal/axes.js';

/** Options of {@link unitNormalization}. */
export interface UnitNormalizationConfig extends LayerConfig {
  /** The axis or axes over which an example is normalized: those of the features. @defaultValue -1 */
  axis?: number | readonly number[];
}

/**
 * Examples as vectors of length 1: `y = x / √(Σ x²)`.
 *
 * Only their direction counts then, and products of two of them are cosines. Zeros stay zeros; their gradient is large
 * but finite, where that of Keras is NaN.
 *
 * Any shape → the same shape. No weights.
 *
 * @example
 * ```ts
 * unitNormalization()(tensor([[3, 4]])); // [[0.6, 0.8]]
 * ```
 * @see Keras `keras.layers.UnitNormalization`
 */
export const unitNormalization: LayerFactory<UnitNormalizationConfig> = /* @__PURE__ */ defineLayer({
  className: 'UnitNormalization',
  defaults: { axis: -1 },
  supportsMasking: true,
  resolve: { axis: oneOrMoreAxes },
  build: () => ({}),
  call: (x, { config: { axis } }) => normalize(x, { axis, epsilon: 1e-12 }),
});
