import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import { positiveInteger } from '../internal/positive-integer.js';
import { repeatPlaces } from './internal/repeat-places.js';

/** Options of {@link upSampling1d}. */
export interface UpSampling1dConfig extends LayerConfig {
  /** How often each step stands in the output. @defaultValue 2 */
  size?: number;
}

/**
 * Steps repeated: `y[t] = x[⌊t / size⌋]`.
 *
 * Undoes the shortening of a pooling, without weights: in decoders, before a convolution.
 *
 * Input `[batch, steps, features]` → output `[batch, size · steps, features]`. No weights.
 *
 * @example
 * ```ts
 * upSampling1d()(tensor([[[1], [2]]])); // [[[1], [1], [2], [2]]]
 * ```
 * @see Keras `keras.layers.UpSampling1D`
 */
export const upSampling1d: LayerFactory<UpSampling1dConfig> = /* @__PURE__ */ defineLayer({
  className: 'UpSampling1D',
  defaults: { size: 2 },
  resolve: { size: positiveInteger('size') },
  inputSpec: () => ({ rank: 3 }),
  build: () => ({}),

  call: (x, { config }) => repeatPlaces(x, [config.size], 'channels_last'),
});
