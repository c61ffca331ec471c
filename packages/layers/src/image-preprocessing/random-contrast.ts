import { add, clip, mean, multiply, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Augmentation } from './internal/augmentation.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import { type Factor, type Range, factor } from './internal/factor.js';
import { type ValueRangeOption, valueRange } from './internal/value-range.js';
import type { ImageLayerFactory, RandomImageConfig } from './labeled-images.js';

/** Options of {@link randomContrast}. */
export interface RandomContrastConfig extends RandomImageConfig, ValueRangeOption {
  /**
   * How much weaker and how much stronger the contrast may become, from 0 to 1 each: `[0.2, 0.5]` multiplies it by 0.8 to 1.5.
   * One number makes it stronger alone, as in Keras.
   */
  factor: Factor;
}

/** @internal */
export const contrast: Augmentation<{ readonly factor: Range; readonly valueRange: Range }, Tensor> = {
  draw: (
    draws,
    { batch },
    {
      config: {
        factor: [weaker, stronger],
      },
    },
  ) => draws.uniform([batch, 1, 1, 1], [1 - weaker, 1 + stronger]),
  images(
    images,
    scales,
    {
      config: {
        valueRange: [low, high],
      },
    },
  ) {
    const middle = mean(images, { axis: [1, 2], keepdims: true });
    return clip(add(multiply(subtract(images, middle), scales), middle), { xMin: low, xMax: high });
  },
};

/**
 * Moves the pixels of each image towards the mean of their channel or away from it: `y = (x - mean) · f + mean`, where `f` is
 * drawn in training.
 *
 * At inference images stay as they are.
 *
 * Input `[batch, height, width, channels]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights.
 *
 * @example
 * ```ts
 * const stronger = randomContrast({ factor: [0, 1] });
 * stronger(tensor([[[5], [5]]]), { training: true }); // [[[5], [5]]]
 * ```
 * @throws ArgumentError for a factor that is out of range.
 * @see Keras `keras.layers.RandomContrast`
 */
export const randomContrast: ImageLayerFactory<RandomContrastConfig> = /* @__PURE__ */ defineImageLayer({
  className: 'RandomContrast',
  required: ['factor'],
  ranges: ['factor'],
  defaults: { valueRange: [0, 255] },
  resolve: { factor: factor('factor', [0, 1]), valueRange },
  ...contrast,
});
