import { add, clip, divide, multiply, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Augmentation } from './internal/augmentation.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import { type Factor, type Range, factor } from './internal/factor.js';
import { withColors } from './internal/hue-and-saturation.js';
import { type ValueRangeOption, valueRange } from './internal/value-range.js';
import type { ImageLayerFactory, RandomImageConfig } from './labeled-images.js';

/** Options of {@link randomSaturation}. */
export interface RandomSaturationConfig extends RandomImageConfig, ValueRangeOption {
  /**
   * Range from which `f` is drawn, from -1 to 1: 0 and less takes the colours away, 0.5 leaves them as they are, 1 makes them as
   * strong as can be.
   */
  factor: Factor;
}

/** @internal */
export const saturation: Augmentation<{ readonly factor: Range; readonly valueRange: Range }, Tensor> = {
  draw(draws, { batch }, { config: { factor: range } }) {
    const f = draws.uniform([batch, 1, 1, 1], range);
    return divide(f, add(subtract(1, f), 1e-7));
  },
  images: (
    images,
    scales,
    {
      config: {
        valueRange: [low, high],
      },
    },
  ) =>
    withColors(images, (hue, strength) => [hue, clip(multiply(strength, scales), { xMin: low, xMax: high })]),
};

/**
 * Multiplies the saturation of the colours of each image by `f / (1 - f)`, where `f` is drawn in training.
 *
 * At inference images stay as they are. As in Keras, the saturation is held within the range of values, and images with
 * values from 0 to 255 may leave it.
 *
 * Input `[batch, height, width, 3]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights.
 *
 * @example
 * ```ts
 * const grey = randomSaturation({ factor: [0, 0] });
 * grey(tensor([[[200, 100, 0]]]), { training: true }); // [[[200, 200, 200]]]
 * ```
 * @throws ArgumentError for a factor that is out of range.
 * @see Keras `keras.layers.RandomSaturation`
 */
export const randomSaturation: ImageLayerFactory<RandomSaturationConfig> = /* @__PURE__ */ defineImageLayer({
  className: 'RandomSaturation',
  required: ['factor'],
  ranges: ['factor'],
  defaults: { valueRange: [0, 255] },
  resolve: { factor: factor('factor', [-1, 1]), valueRange },
  ...saturation,
});
