import { add, clip, multiply, rgbToGrayscale, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Augmentation } from './internal/augmentation.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import { type Factor, type Range, factor } from './internal/factor.js';
import { type ValueRangeOption, valueRange } from './internal/value-range.js';
import type { ImageLayerFactory, RandomImageConfig } from './labeled-images.js';

/** Options of {@link randomColorDegeneration}. */
export interface RandomColorDegenerationConfig extends RandomImageConfig, ValueRangeOption {
  /** Range of the part that is grey, from -1 to 1: 0 leaves images as they are, 1 makes them grey, -1 more colourful. */
  factor: Factor;
}

/** @internal */
export const degeneration: Augmentation<{ readonly factor: Range; readonly valueRange: Range }, Tensor> = {
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
    const mixed = add(images, multiply(parts, subtract(rgbToGrayscale(images), images)));
    return clip(mixed, { xMin: low, xMax: high });
  },
};

/**
 * Mixes each image with itself in grey: `y = x + f · (grey(x) - x)`, where `f` is drawn in training.
 *
 * At inference images stay as they are.
 *
 * Input `[batch, height, width, 3]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights.
 *
 * @example
 * ```ts
 * const grey = randomColorDegeneration({ factor: [1, 1] });
 * grey(tensor([[[100, 0, 0]]]), { training: true }); // [[[29.89, 29.89, 29.89]]]
 * ```
 * @throws ArgumentError for a factor that is out of range.
 * @see Keras `keras.layers.RandomColorDegeneration`
 */
export const randomColorDegeneration: ImageLayerFactory<RandomColorDegenerationConfig> =
  /* @__PURE__ */ defineImageLayer({
    className: 'RandomColorDegeneration',
    required: ['factor'],
    ranges: ['factor'],
    defaults: { valueRange: [0, 255] },
    resolve: { factor: factor('factor', [-1, 1]), valueRange },
    ...degeneration,
  });
