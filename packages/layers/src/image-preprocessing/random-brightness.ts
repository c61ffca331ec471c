import { add, clip, multiply } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Augmentation } from './internal/augmentation.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import { type Factor, type Range, factor } from './internal/factor.js';
import { type ValueRangeOption, valueRange } from './internal/value-range.js';
import type { ImageLayerFactory, RandomImageConfig } from './labeled-images.js';

/** Options of {@link randomBrightness}. */
export interface RandomBrightnessConfig extends RandomImageConfig, ValueRangeOption {
  /** Range of what is added to an image, as parts of the range of values from -1 to 1. */
  factor: Factor;
}

/** @internal */
export const brightness: Augmentation<{ readonly factor: Range; readonly valueRange: Range }, Tensor> = {
  draw: (
    draws,
    { batch },
    {
      config: {
        factor,
        valueRange: [low, high],
      },
    },
  ) => multiply(draws.uniform([batch, 1, 1, 1], factor), high - low),
  images: (
    images,
    terms,
    {
      config: {
        valueRange: [low, high],
      },
    },
  ) => clip(add(images, terms), { xMin: low, xMax: high }),
};

/**
 * Makes each image brighter or darker by a term that is drawn in training.
 *
 * At inference images stay as they are.
 *
 * Input `[batch, height, width, channels]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights.
 *
 * @example
 * ```ts
 * const brighter = randomBrightness({ factor: [0.2, 0.2] });
 * brighter(tensor([[[100], [250]]]), { training: true }); // [[[151], [255]]]
 * ```
 * @throws ArgumentError for a factor that is out of range.
 * @see Keras `keras.layers.RandomBrightness`
 */
export const randomBrightness: ImageLayerFactory<RandomBrightnessConfig> = /* @__PURE__ */ defineImageLayer({
  className: 'RandomBrightness',
  required: ['factor'],
  ranges: ['factor'],
  defaults: { valueRange: [0, 255] },
  resolve: { factor: factor('factor', [-1, 1]), valueRange },
  ...brightness,
});
