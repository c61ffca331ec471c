import { less, reshape, rgbToGrayscale, where } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { upToOne } from '../internal/chance.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import type { ImageLayerFactory, RandomImageConfig } from './labeled-images.js';

/** Options of {@link randomGrayscale}. */
export interface RandomGrayscaleConfig extends RandomImageConfig {
  /** The part of the images that loses its colours: from 0 to 1. @defaultValue 0.5 */
  factor?: number;
}

/**
 * Turns images to grey in training, chosen by chance; they keep three channels.
 *
 * At inference images stay as they are. As in Keras, files do not keep the seed.
 *
 * Input `[batch, height, width, 3]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights.
 *
 * @example
 * ```ts
 * randomGrayscale({ factor: 1 })(tensor([[[100, 0, 0]]]), { training: true }); // [[[29.89, 29.89, 29.89]]]
 * ```
 * @throws ArgumentError for a factor outside 0 to 1.
 * @see Keras `keras.layers.RandomGrayscale`
 */
export const randomGrayscale: ImageLayerFactory<RandomGrayscaleConfig> = /* @__PURE__ */ defineImageLayer({
  className: 'RandomGrayscale',
  floats: ['factor'],
  unsaved: ['seed'],
  defaults: { factor: 0.5 },
  resolve: { factor: upToOne('factor') },

  draw: (draws, { batch }, { config: { factor } }): Tensor => less(draws.uniform([batch]), factor),
  images: (images, isGrey) =>
    where(reshape(isGrey, { newshape: [-1, 1, 1, 1] }), rgbToGrayscale(images), images),
});
