import { leakyRelu as leak } from '@myelin/activations';
import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import { notNegative } from '../internal/not-negative.js';

/** Options of {@link leakyRelu}. */
export interface LeakyReluConfig extends LayerConfig {
  /** Slope below zero. @defaultValue 0.3 */
  negativeSlope?: number;
}

/**
 * Rectified linear unit that leaks, as a layer of its own: `y = x` for `x > 0`, else `negativeSlope · x`.
 *
 * No unit dies, since every input has a gradient. As an activation function, Keras' default slope is 0.2.
 *
 * Any shape → the same shape. No weights.
 *
 * @example
 * ```ts
 * leakyRelu({ negativeSlope: 0.5 })(tensor([-2, 3])); // [-1, 3]
 * ```
 * @throws ArgumentError for a negative slope.
 * @see Keras `keras.layers.LeakyReLU`; Maas, Hannun and Ng, "Rectifier nonlinearities improve neural network acoustic
 *   models", 2013.
 */
export const leakyRelu: LayerFactory<LeakyReluConfig> = /* @__PURE__ */ defineLayer({
  className: 'LeakyReLU',
  defaults: { negativeSlope: 0.3 },
  floats: ['negativeSlope'],
  supportsMasking: true,
  resolve: { negativeSlope: notNegative<number>('negativeSlope') },
  build: () => ({}),
  call: (x, { config }) => leak(x, config),
});
