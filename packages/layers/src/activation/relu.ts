import { relu as rectify } from '@myelin/activations';
import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import { notNegative } from '../internal/not-negative.js';

/** Options of {@link relu}. */
export interface ReluConfig extends LayerConfig {
  /** The largest output; null for none. @defaultValue null */
  maxValue?: number | null;
  /** Slope below the threshold. @defaultValue 0 */
  negativeSlope?: number;
  /** Up to it, the output is `negativeSlope · (x - threshold)`. @defaultValue 0 */
  threshold?: number;
}

/**
 * Rectified linear unit as a layer of its own: `y = max(x, 0)`.
 *
 * With all options: `y = maxValue` for `x ≥ maxValue`, `y = x` for `threshold < x < maxValue`, else
 * `y = negativeSlope · (x - threshold)`.
 *
 * Any shape → the same shape. No weights.
 *
 * @example
 * ```ts
 * relu({ maxValue: 2 })(tensor([-1, 1, 3])); // [0, 1, 2]
 * ```
 * @throws ArgumentError for negative options.
 * @see Keras `keras.layers.ReLU`
 */
export const relu: LayerFactory<ReluConfig> = /* @__PURE__ */ defineLayer({
  className: 'ReLU',
  defaults: { maxValue: null, negativeSlope: 0, threshold: 0 },
  floats: ['maxValue', 'negativeSlope', 'threshold'],
  supportsMasking: true,
  resolve: {
    maxValue: notNegative<number | null>('maxValue'),
    negativeSlope: notNegative<number>('negativeSlope'),
    threshold: notNegative<number>('threshold'),
  },
  build: () => ({}),
  call: (x, { config }) => rectify(x, config),
});
