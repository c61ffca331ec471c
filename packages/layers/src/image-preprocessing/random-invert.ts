import { reshape, subtract, where } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { defineImageLayer } from './internal/define-image-layer.js';
import { type Factor, factor } from './internal/factor.js';
import { type ValueRangeOption, valueRange } from './internal/value-range.js';
import type { ImageLayerFactory, RandomImageConfig } from './labeled-images.js';

/** Options of {@link randomInvert}. */
export interface RandomInvertConfig extends RandomImageConfig, ValueRangeOption {
  /** Range of the chance that an image is inverted, from 0 to 1; one number is the range from 0. @defaultValue 1 */
  factor?: Factor;
}

/**
 * Inverts images in training, chosen by chance: `y = high - x`, where `high` is the end of the range of values.
 *
 * At inference images stay as they are.
 *
 * Input `[batch, height, width, channels]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights.
 *
 * @example
 * ```ts
 * randomInvert({ factor: [1, 1] })(tensor([[[0], [200]]]), { training: true }); // [[[255], [55]]]
 * ```
 * @throws ArgumentError for a factor that is out of range.
 * @see Keras `keras.layers.RandomInvert`
 */
export const randomInvert: ImageLayerFactory<RandomInvertConfig> = /* @__PURE__ */ defineImageLayer({
  className: 'RandomInvert',
  ranges: ['factor'],
  defaults: { factor: 1, valueRange: [0, 255] },
  resolve: { factor: factor('factor', [0, 1]), valueRange },

  draw: (draws, { batch }, { config: { factor: range } }): Tensor => draws.chance(batch, range),
  images: (
    images,
    isInverted,
    {
      config: {
        valueRange: [, high],
      },
    },
  ) => where(reshape(isInverted, { newshape: [-1, 1, 1, 1] }), subtract(high, images), images),
});
