import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import { type DataFormat, dataFormat } from '../internal/one-of.js';
import { type Triple, positiveSizes } from '../internal/positive-sizes.js';
import { repeatPlaces } from './internal/repeat-places.js';

/** Options of {@link upSampling3d}. */
export interface UpSampling3dConfig extends LayerConfig {
  /** How often each place stands in the output, along each axis. @defaultValue [2, 2, 2] */
  size?: number | Triple;
  /** Where the channels are. @defaultValue 'channels_last' */
  dataFormat?: DataFormat | null;
}

/**
 * Places repeated along each axis: `y[i, j, k] = x[⌊i / size₁⌋, ⌊j / size₂⌋, ⌊k / size₃⌋]`.
 *
 * Undoes the shrinking of a pooling, without weights: in decoders, before a convolution.
 *
 * Input `[batch, depth, height, width, channels]` → output
 * `[batch, size₁ · depth, size₂ · height, size₃ · width, channels]`. No weights.
 *
 * @example
 * ```ts
 * upSampling3d({ size: [1, 1, 2] })(tensor([[[[[3], [4]]]]])); // [[[[[3], [3], [4], [4]]]]]
 * ```
 * @see Keras `keras.layers.UpSampling3D`
 */
export const upSampling3d: LayerFactory<UpSampling3dConfig> = /* @__PURE__ */ defineLayer({
  className: 'UpSampling3D',
  defaults: { size: 2, dataFormat: 'channels_last' },
  resolve: { size: positiveSizes<3>('size', 3), dataFormat },
  inputSpec: () => ({ rank: 5 }),
  build: () => ({}),

  call: (x, { config }) => repeatPlaces(x, config.size, config.dataFormat),
});
