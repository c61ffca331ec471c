import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import { type ActivationLike, activation as resolveActivation } from '../internal/resolve.js';

/** Options of {@link activation}. */
export interface ActivationConfig extends LayerConfig {
  /** Keras' id, a function, or a layer; null is `'linear'`. */
  activation: ActivationLike;
}

/**
 * An activation function as a layer of its own: `y = activation(x)`.
 *
 * Where something stands between a layer and its activation, such as a normalization.
 *
 * Any shape → the same shape. No weights.
 *
 * @example
 * ```ts
 * activation({ activation: 'relu' })(tensor([-2, 0, 3])); // [0, 0, 3]
 * ```
 * @throws UnknownIdError for an id that Keras does not have.
 * @see Keras `keras.layers.Activation`
 */
export const activation: LayerFactory<ActivationConfig> = /* @__PURE__ */ defineLayer({
  className: 'Activation',
  required: ['activation'],
  supportsMasking: true,
  defaults: {},
  resolve: { activation: resolveActivation },
  build: () => ({}),
  call: (x, { config }) => config.activation(x),
});
