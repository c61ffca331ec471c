import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import { type Border, border } from './internal/borders.js';
import { crop } from './internal/crop.js';

/** Options of {@link cropping1d}. */
export interface Cropping1dConfig extends LayerConfig {
  /** Steps taken away at both ends, or `[before, after]`. @defaultValue [1, 1] */
  cropping?: number | Border;
}

/**
 * Sequences without their ends.
 *
 * To bring sequences to one length before they are merged, or to leave out the ends, where windows of convolutions see
 * padding.
 *
 * Input `[batch, steps, features]` → output `[batch, newSteps, features]`. No weights.
 *
 * @example
 * ```ts
 * cropping1d()(tensor([[[1], [2], [3]]])); // [[[2]]]
 * ```
 * @throws ShapeError when nothing is left.
 * @see Keras `keras.layers.Cropping1D`
 */
export const cropping1d: LayerFactory<Cropping1dConfig> = /* @__PURE__ */ defineLayer({
  className: 'Cropping1D',
  defaults: { cropping: 1 },
  resolve: { cropping: border('cropping') },
  inputSpec: () => ({ rank: 3 }),
  build: () => ({}),

  call: (x, { config, who }) => crop(x, [config.cropping], 'channels_last', who),
});
