import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import { type DataFormat, dataFormat, oneOf } from '../internal/one-of.js';
import { type Pair, positiveSizes } from '../internal/positive-sizes.js';
import { type Interpolation, interpolate } from './internal/interpolate.js';
import { repeatPlaces } from './internal/repeat-places.js';

/** Options of {@link upSampling2d}. */
export interface UpSampling2dConfig extends LayerConfig {
  /** How many times as high and as wide images become. @defaultValue [2, 2] */
  size?: number | Pair;
  /** Where the channels are. @defaultValue 'channels_last' */
  dataFormat?: DataFormat | null;
  /** Where new pixels come from: `'nearest'` repeats, the others make them smooth. @defaultValue 'nearest' */
  interpolation?: 'nearest' | Interpolation;
}

/**
 * Larger images: pixels are repeated, `y[i, j] = x[⌊i / size₁⌋, ⌊j / size₂⌋]`, or made from those around them.
 *
 * Undoes the shrinking of a pooling, without weights: in decoders and generators, before a convolution. Where it is smooth,
 * a pixel that is not a number spreads over its row and its column.
 *
 * Input `[batch, height, width, channels]` → output `[batch, size₁ · height, size₂ · width, channels]`. No weights.
 *
 * @example
 * ```ts
 * const x = tensor([[[[1], [3]]]]);
 * upSampling2d({ size: [1, 2] })(x); // [[[[1], [1], [3], [3]]]]
 * upSampling2d({ size: [1, 2], interpolation: 'bilinear' })(x); // [[[[1], [1.5], [2.5], [3]]]]
 * ```
 * @see Keras `keras.layers.UpSampling2D`; for smooth ones TensorFlow's `tf.image.resize`.
 */
export const upSampling2d: LayerFactory<UpSampling2dConfig> = /* @__PURE__ */ defineLayer({
  className: 'UpSampling2D',
  defaults: { size: 2, dataFormat: 'channels_last', interpolation: 'nearest' },
  resolve: {
    size: positiveSizes<2>('size', 2),
    dataFormat,
    interpolation: oneOf<'nearest' | Interpolation>('interpolation', [
      'nearest',
      'bilinear',
      'bicubic',
      'lanczos3',
      'lanczos5',
    ]),
  },
  inputSpec: () => ({ rank: 4 }),
  build: () => ({}),

  call: (x, { config: { size, interpolation, dataFormat: format } }) =>
    interpolation === 'nearest' ? repeatPlaces(x, size, format) : interpolate(x, size, interpolation, format),
});
