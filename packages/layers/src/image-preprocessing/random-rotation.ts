import { add, cos, multiply, negative, sin, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import {
  type AffineAugmentation,
  type SamplingOptions,
  affine,
  samplingDefaults,
  samplingResolvers,
  transformsOf,
} from './internal/affine.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import { type Factor, type Range, factor } from './internal/factor.js';
import type { ImageLayerFactory } from './labeled-images.js';

/** Options of {@link randomRotation}. */
export interface RandomRotationConfig extends SamplingOptions {
  /**
   * Range of the angles as parts of a whole turn, from -1 to 1; positive ones turn counter-clockwise. One number is the range
   * from its negative: 0.1 is up to 36 degrees either way.
   */
  factor: Factor;
}

/** @internal */
export const rotation: AffineAugmentation<{ readonly factor: Range }> = /* @__PURE__ */ affine(
  (
    draws,
    { batch, height, width },
    {
      config: {
        factor: [low, high],
      },
    },
  ) => {
    const angle = multiply(draws.uniform([batch], [low, high]), 2 * Math.PI);
    const [cosine, sine] = [cos(angle), sin(angle)];
    const [x, y] = [(width - 1) / 2, (height - 1) / 2];
    // The middle of the image stays where it is.
    const rest = (centre: number, first: Tensor, second: Tensor): Tensor =>
      subtract(centre, add(multiply(first, x), multiply(second, y)));
    return transformsOf(batch, [
      [cosine, negative(sine), rest(x, cosine, negative(sine))],
      [sine, cosine, rest(y, sine, cosine)],
    ]);
  },
);

/**
 * Turns each image around its middle by an angle that is drawn in training.
 *
 * At inference images stay as they are. Masks and boxes are turned with their images; a box becomes the smallest one around
 * its corners. Keras takes boxes in any format for `xyxy` here; this layer reads them as they are written.
 *
 * Input `[batch, height, width, channels]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights.
 *
 * @example
 * ```ts
 * const halfTurn = randomRotation({ factor: [0.5, 0.5] });
 * halfTurn(tensor([[[1], [2]], [[3], [4]]]), { training: true }); // [[[4], [3]], [[2], [1]]]
 * ```
 * @throws ArgumentError for a factor that is out of range.
 * @see Keras `keras.layers.RandomRotation`
 */
export const randomRotation: ImageLayerFactory<RandomRotationConfig> = /* @__PURE__ */ defineImageLayer({
  className: 'RandomRotation',
  required: ['factor'],
  ranges: ['factor'],
  floats: ['fillValue'],
  defaults: samplingDefaults,
  resolve: { ...samplingResolvers, factor: factor('factor', [-1, 1]) },
  ...rotation,
});
