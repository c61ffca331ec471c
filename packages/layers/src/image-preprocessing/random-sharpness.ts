import { add, clip, depthwiseConv, multiply, subtract, tensor, tile } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Augmentation } from './internal/augmentation.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import { type Factor, type Range, factor } from './internal/factor.js';
import { type ValueRangeOption, valueRange } from './internal/value-range.js';
import type { ImageLayerFactory, RandomImageConfig } from './labeled-images.js';

/** Options of {@link randomSharpness}. */
export interface RandomSharpnessConfig extends RandomImageConfig, ValueRangeOption {
  /** Range from 0 to 1: 0 is smoothed, 0.5 leaves images as they are, 1 is as sharp as can be; one number is the range from 0. */
  factor: Factor;
}

/** @internal */
export const sharpness: Augmentation<{ readonly factor: Range; readonly valueRange: Range }, Tensor> = {
  draw: (draws, { batch }, { config: { factor: range } }) => draws.uniform([batch, 1, 1, 1], range),
  images(
    images,
    parts,
    {
      config: {
        valueRange: [low, high],
      },
    },
  ) {
    const smooth = depthwiseConv(images, smoothing(images.shape[3] ?? 0), { padding: 'same' });
    const away = multiply(subtract(1, multiply(parts, 2)), subtract(smooth, images));
    return clip(add(images, away), { xMin: low, xMax: high });
  },
};

/** Weights of a pixel and its neighbours, the same for all channels. */
function smoothing(channels: number): Tensor {
  const [beside, middle] = [1 / 13, 5 / 13];
  const window = Array.from({ length: 9 }, (_, i) => [[i === 4 ? middle : beside]]);
  return tile(tensor([window.slice(0, 3), window.slice(3, 6), window.slice(6)]), {
    repeats: [1, 1, channels, 1],
  });
}

/**
 * Smooths each image or sharpens it: `y = x + (1 - 2f) · (smooth(x) - x)`, where `f` is drawn in training.
 *
 * At inference images stay as they are. A smooth pixel has 5 parts of itself and 1 of each neighbour; outside of the image
 * are zeros.
 *
 * Input `[batch, height, width, channels]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights.
 *
 * @example
 * ```ts
 * const smooth = randomSharpness({ factor: [0, 0] });
 * smooth(tensor([[[13], [26]]]), { training: true }); // [[[7], [11]]]
 * ```
 * @throws ArgumentError for a factor that is out of range.
 * @see Keras `keras.layers.RandomSharpness`; Cubuk et al., "AutoAugment", 2019, arXiv 1805.09501
 */
export const randomSharpness: ImageLayerFactory<RandomSharpnessConfig> = /* @__PURE__ */ defineImageLayer({
  className: 'RandomSharpness',
  required: ['factor'],
  ranges: ['factor'],
  defaults: { valueRange: [0, 255] },
  resolve: { factor: factor('factor', [0, 1]), valueRange },
  ...sharpness,
});
