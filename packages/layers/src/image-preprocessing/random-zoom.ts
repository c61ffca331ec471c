import { multiply, subtract } from '@myelin/ops';
import {
  type SamplingOptions,
  affine,
  samplingDefaults,
  samplingResolvers,
  transformsOf,
} from './internal/affine.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import { type Factor, factorWithin, rangeOf } from './internal/factor.js';
import type { ImageLayerFactory } from './labeled-images.js';

/** Options of {@link randomZoom}. */
export interface RandomZoomConfig extends SamplingOptions {
  /**
   * Range of how much more of the height is seen, more than -1 and up to 1: 0.2 is up to 20 % more or less; negative numbers
   * zoom in.
   */
  heightFactor: Factor;
  /** The same for the width; null keeps the proportions. @defaultValue null */
  widthFactor?: Factor | null;
}

/**
 * Zooms into each image, or out of it, by a factor that is drawn in training.
 *
 * At inference images stay as they are. Masks and boxes are zoomed with their images.
 *
 * Input `[batch, height, width, channels]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights.
 *
 * @example
 * ```ts
 * const zoomIn = randomZoom({ heightFactor: [-0.5, -0.5], interpolation: 'nearest' });
 * zoomIn(tensor([[[1], [2], [3]]]), { training: true }); // [[[2], [2], [3]]]
 * ```
 * @throws ArgumentError for a factor that is out of range.
 * @see Keras `keras.layers.RandomZoom`
 */
export const randomZoom: ImageLayerFactory<RandomZoomConfig> = /* @__PURE__ */ defineImageLayer({
  className: 'RandomZoom',
  required: ['heightFactor'],
  floats: ['heightFactor', 'widthFactor', 'fillValue'],
  defaults: { ...samplingDefaults, widthFactor: null },
  resolve: {
    ...samplingResolvers,
    heightFactor: factorWithin<Factor>('heightFactor', [-1 + Number.EPSILON, 1]),
    widthFactor: factorWithin<Factor | null>('widthFactor', [-1 + Number.EPSILON, 1]),
  },
  .../* @__PURE__ */ affine<{ readonly heightFactor: Factor; readonly widthFactor: Factor | null }>(
    (draws, { batch, height, width }, { config: { heightFactor, widthFactor } }) => {
      const down = draws.uniform([batch], aroundOne(heightFactor));
      const across = widthFactor === null ? down : draws.uniform([batch], aroundOne(widthFactor));
      return transformsOf(batch, [
        [across, 0, multiply(subtract(1, across), (width - 1) / 2)],
        [0, down, multiply(subtract(1, down), (height - 1) / 2)],
      ]);
    },
  ),
});

function aroundOne(given: Factor): [number, number] {
  const [low, high] = rangeOf(given);
  return [1 + low, 1 + high];
}
