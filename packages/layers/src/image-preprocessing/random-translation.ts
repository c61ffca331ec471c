import { multiply } from '@myelin/ops';
import {
  type AffineAugmentation,
  type SamplingOptions,
  affine,
  samplingDefaults,
  samplingResolvers,
  transformsOf,
} from './internal/affine.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import { type Factor, factorWithin, rangeOf } from './internal/factor.js';
import type { ImageLayerFactory } from './labeled-images.js';

/** Options of {@link randomTranslation}. */
export interface RandomTranslationConfig extends SamplingOptions {
  /** Range of how far images move down, as parts of their height from -1 to 1. */
  heightFactor: Factor;
  /** Range of how far they move to the right, as parts of their width. */
  widthFactor: Factor;
}

/** @internal */
export const translation: AffineAugmentation<{
  readonly heightFactor: Factor;
  readonly widthFactor: Factor;
}> = /* @__PURE__ */ affine((draws, { batch, height, width }, { config: { heightFactor, widthFactor } }) => {
  const down = multiply(draws.uniform([batch], rangeOf(heightFactor)), -height);
  const across = multiply(draws.uniform([batch], rangeOf(widthFactor)), -width);
  return transformsOf(batch, [
    [1, 0, across],
    [0, 1, down],
  ]);
});

/**
 * Moves each image up or down and to a side, as far as is drawn in training.
 *
 * At inference images stay as they are. Masks and boxes are moved with their images.
 *
 * Input `[batch, height, width, channels]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights.
 *
 * @example
 * ```ts
 * const right = randomTranslation({ heightFactor: 0, widthFactor: [0.5, 0.5], fillMode: 'constant' });
 * right(tensor([[[1], [2]]]), { training: true }); // [[[0], [1]]]
 * ```
 * @throws ArgumentError for a factor that is out of range.
 * @see Keras `keras.layers.RandomTranslation`
 */
export const randomTranslation: ImageLayerFactory<RandomTranslationConfig> = /* @__PURE__ */ defineImageLayer(
  {
    className: 'RandomTranslation',
    required: ['heightFactor', 'widthFactor'],
    floats: ['heightFactor', 'widthFactor', 'fillValue'],
    defaults: samplingDefaults,
    resolve: {
      ...samplingResolvers,
      heightFactor: factorWithin<Factor>('heightFactor', [-1, 1]),
      widthFactor: factorWithin<Factor>('widthFactor', [-1, 1]),
    },
    ...translation,
  },
);
