import { add, clip, less, subtract, where } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Augmentation } from './internal/augmentation.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import { type Factor, type Range, factorWithin } from './internal/factor.js';
import { type ValueRangeOption, bytes, toRange, valueRange } from './internal/value-range.js';
import type { ImageLayerFactory, RandomImageConfig } from './labeled-images.js';

/** Options of {@link solarization}. */
export interface SolarizationConfig extends RandomImageConfig, ValueRangeOption {
  /** Range of what is added first, as parts of the range of values from 0 to 1; one number is the range from 0. @defaultValue 0 */
  additionFactor?: Factor;
  /** Range of the brightness from which pixels are inverted, likewise. @defaultValue 0 */
  thresholdFactor?: Factor;
}

interface SolarizationRanges {
  readonly additionFactor: Range;
  readonly thresholdFactor: Range;
  readonly valueRange: Range;
}

/** @internal */
export const inversion: Augmentation<
  SolarizationRanges,
  { readonly additions: Tensor; readonly thresholds: Tensor }
> = {
  draw(draws, { batch }, { config: { additionFactor, thresholdFactor } }) {
    const drawn = ([low, high]: Range): Tensor => draws.uniform([batch, 1, 1, 1], [low, high * 255]);
    return { additions: drawn(additionFactor), thresholds: drawn(thresholdFactor) };
  },
  images(images, { additions, thresholds }, { config: { valueRange: range } }) {
    const brighter = clip(add(toRange(images, range, bytes), additions), { xMin: 0, xMax: 255 });
    const inverted = where(less(brighter, thresholds), brighter, subtract(255, brighter));
    return toRange(inverted, bytes, range);
  },
};

/**
 * Inverts the bright pixels of images: those from a threshold on, after a term was added; both are drawn in training.
 *
 * At inference images stay as they are. As in Keras, the beginning of a range is a brightness of 0 to 1 of 255, only its end
 * is a part of the range of values.
 *
 * Input `[batch, height, width, channels]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights.
 *
 * @example
 * ```ts
 * solarization()(tensor([[[0], [200]]]), { training: true }); // [[[255], [55]]]
 * ```
 * @throws ArgumentError for a factor that is out of range.
 * @see Keras `keras.layers.Solarization`; Cubuk et al., "AutoAugment", 2019, arXiv 1805.09501
 */
export const solarization: ImageLayerFactory<SolarizationConfig> = /* @__PURE__ */ defineImageLayer({
  className: 'Solarization',
  ranges: ['additionFactor', 'thresholdFactor'],
  defaults: { additionFactor: 0, thresholdFactor: 0, valueRange: [0, 255] },
  resolve: {
    additionFactor: fromZero('additionFactor'),
    thresholdFactor: fromZero('thresholdFactor'),
    valueRange,
  },
  ...inversion,
});

function fromZero(option: string): (given: Factor, who: string) => Range {
  const within = factorWithin<Factor>(option, [0, 1]);
  return (given, who) => {
    const checked = within(given, who);
    return typeof checked === 'number' ? [0, checked] : [Math.min(...checked), Math.max(...checked)];
  };
}
