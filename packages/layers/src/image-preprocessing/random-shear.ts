import { greater, multiply, where } from '@myelin/ops';
import {
  type AffineAugmentation,
  type SamplingOptions,
  affine,
  samplingDefaults,
  samplingResolvers,
  transformsOf,
} from './internal/affine.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import { type Factor, type Range, factorWithin, rangeOf } from './internal/factor.js';
import type { ImageLayerFactory } from './labeled-images.js';

/** Options of {@link randomShear}. */
export interface RandomShearConfig extends SamplingOptions {
  /** Range of how far rows move to a side for each row further down, from 0 to 1; one number is the range on both sides of 0. @defaultValue 0 */
  xFactor?: Factor;
  /** The same for columns, down. @defaultValue 0 */
  yFactor?: Factor;
}

/** @internal */
export const shear: AffineAugmentation<{ readonly xFactor: Range; readonly yFactor: Range }> =
  /* @__PURE__ */ affine((draws, { batch }, { config: { xFactor, yFactor } }) => {
    const sign = where(greater(draws.uniform([batch]), 0.5), -1, 1);
    const down = multiply(draws.uniform([batch], yFactor), sign);
    const across = multiply(draws.uniform([batch], xFactor), sign);
    return transformsOf(batch, [
      [1, across, 0],
      [down, 1, 0],
    ]);
  });

/**
 * Shears each image by factors that are drawn in training, to either side.
 *
 * At inference images stay as they are. Masks and boxes are sheared with their images; a box becomes the smallest one around
 * its corners, where that of Keras fits square images alone. Keras cannot load what it saved of a single number; this layer
 * can.
 *
 * Input `[batch, height, width, channels]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights.
 *
 * @example
 * ```ts
 * randomShear({ xFactor: 0.5 })(tensor([[[1], [2]]]), { training: true }); // [[[1], [2]]]
 * ```
 * @throws ArgumentError for a factor that is out of range.
 * @see Keras `keras.layers.RandomShear`
 */
export const randomShear: ImageLayerFactory<RandomShearConfig> = /* @__PURE__ */ defineImageLayer({
  className: 'RandomShear',
  ranges: ['xFactor', 'yFactor'],
  floats: ['fillValue'],
  defaults: { ...samplingDefaults, xFactor: 0, yFactor: 0 },
  resolve: { ...samplingResolvers, xFactor: shearRange('xFactor'), yFactor: shearRange('yFactor') },
  ...shear,
});

/** Files have ranges on both sides of 0. */
function shearRange(option: string): (given: Factor, who: string) => Range {
  const within = factorWithin<Factor>(option, [-1, 1]);
  return (given, who) => rangeOf(within(given, who));
}
