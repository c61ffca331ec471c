import { add, clip, greater, less, multiply, reshape, subtract, where } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Augmentation } from './internal/augmentation.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import { type Factor, type Range, factor } from './internal/factor.js';
import { withColors } from './internal/hue-and-saturation.js';
import { type ValueRangeOption, toRange, valueRange } from './internal/value-range.js';
import type { ImageLayerFactory, RandomImageConfig } from './labeled-images.js';

/** Options of {@link randomHue}. */
export interface RandomHueConfig extends RandomImageConfig, ValueRangeOption {
  /** Range of the angles, as parts of half a turn around the wheel of colours from 0 to 1, either way; one number is the range from 0. */
  factor: Factor;
}

/** @internal */
export const hue: Augmentation<{ readonly factor: Range; readonly valueRange: Range }, Tensor> = {
  draw(draws, { batch }, { config: { factor: range } }) {
    const sign = where(greater(draws.uniform([batch]), 0.5), -0.5, 0.5);
    return multiply(draws.uniform([batch], range), sign);
  },
  images(images, angles, { config: { valueRange: range } }) {
    const turned = withColors(toRange(images, range, [0, 1]), (hues, saturation) => {
      const beyond = add(hues, reshape(angles, { newshape: [-1, 1, 1, 1] }));
      const within = where(greater(beyond, 1), subtract(beyond, 1), beyond);
      return [where(less(within, 0), add(within, 1), within), saturation];
    });
    return toRange(clip(turned, { xMin: 0, xMax: 1 }), [0, 1], range);
  },
};

/**
 * Turns the colours of each image around their wheel by an angle that is drawn in training.
 *
 * At inference images stay as they are.
 *
 * Input `[batch, height, width, 3]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights.
 *
 * @example
 * ```ts
 * const opposite = randomHue({ factor: [1, 1] });
 * opposite(tensor([[[255, 0, 0]]]), { training: true }); // [[[0, 255, 255]]]
 * ```
 * @throws ArgumentError for a factor that is out of range.
 * @see Keras `keras.layers.RandomHue`
 */
export const randomHue: ImageLayerFactory<RandomHueConfig> = /* @__PURE__ */ defineImageLayer({
  className: 'RandomHue',
  required: ['factor'],
  ranges: ['factor'],
  defaults: { valueRange: [0, 255] },
  resolve: { factor: factor('factor', [0, 1]), valueRange },
  ...hue,
});
