import { divide, floor, full, multiply, power, reshape, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Augmentation } from './internal/augmentation.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import { type Factor, type Range, factor } from './internal/factor.js';
import { type ValueRangeOption, bytes, toRange, valueRange } from './internal/value-range.js';
import type { ImageLayerFactory, RandomImageConfig } from './labeled-images.js';

/** Options of {@link randomPosterization}. */
export interface RandomPosterizationConfig extends RandomImageConfig, ValueRangeOption {
  /**
   * How many bits of each channel stay: a range within 1 to 8, whose end is not drawn unless it is its beginning; one number
   * is the range from 1.
   */
  factor: Factor;
}

/** The width of the steps, 2 to the number of bits that go. @internal */
export const posterization: Augmentation<{ readonly factor: Range; readonly valueRange: Range }, Tensor> = {
  draw(
    draws,
    { batch },
    {
      config: {
        factor: [low, high],
      },
    },
  ) {
    const bits = low === high ? full([batch], low) : floor(draws.uniform([batch], [low, high]));
    return power(2, subtract(8, bits));
  },
  images(images, steps, { config: { valueRange: range } }) {
    const widths = reshape(steps, { newshape: [-1, 1, 1, 1] });
    const whole = floor(toRange(images, range, bytes));
    return toRange(multiply(floor(divide(whole, widths)), widths), bytes, range);
  },
};

/**
 * Leaves each channel of an image fewer bits, as many as are drawn in training, so that smooth colours become steps.
 *
 * At inference images stay as they are.
 *
 * Input `[batch, height, width, channels]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights.
 *
 * @example
 * ```ts
 * randomPosterization({ factor: [1, 1] })(tensor([[[100], [200]]]), { training: true }); // [[[0], [128]]]
 * ```
 * @throws ArgumentError for a factor that is out of range.
 * @see Keras `keras.layers.RandomPosterization`; Cubuk et al., "AutoAugment", 2019, arXiv 1805.09501
 */
export const randomPosterization: ImageLayerFactory<RandomPosterizationConfig> =
  /* @__PURE__ */ defineImageLayer({
    className: 'RandomPosterization',
    required: ['factor'],
    defaults: { valueRange: [0, 255] },
    resolve: { factor: factor('factor', [1, 8]), valueRange },
    ...posterization,
  });
