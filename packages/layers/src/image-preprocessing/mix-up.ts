import { ArgumentError } from '@myelin/core';
import { concatenate, sigmoid, subtract, take } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Augmentation } from './internal/augmentation.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import { type Mix, mixed } from './internal/mixed.js';
import type { ImageLayerFactory, RandomImageConfig } from './labeled-images.js';

/** Options of {@link mixUp}. */
export interface MixUpConfig extends RandomImageConfig {
  /** Parameter of the beta distribution, more than 0: the larger, the more images are mixed half and half. @defaultValue 0.2 */
  alpha?: number;
}

/** @internal */
export const mix: Augmentation<{ readonly alpha: number }, Mix> = {
  draw(draws, { batch }, { config: { alpha } }) {
    const [first, second] = [draws.logGamma([batch], alpha), draws.logGamma([batch], alpha)];
    return { order: draws.order(batch), weights: sigmoid(subtract(first, second)) };
  },
  images: (images, drawn) => mixed(images, drawn),
  masks: (masks, drawn) => mixed(masks, drawn),
  labels: (labels, drawn) => mixed(labels, drawn),

  boundingBoxes({ boxes, labels }, { order }) {
    const both = (x: Tensor): Tensor => concatenate([x, take(x, order, { axis: 0 })], { axis: 1 });
    return { boxes: both(boxes), labels: both(labels) };
  },
};

/**
 * Mixes each image in training with another of the batch: `y = w · x + (1 - w) · x'`, and their labels likewise.
 *
 * The other image is drawn, and the weight from the distribution `Beta(α, α)`. At inference images stay as they are. Images
 * get the boxes of both; Keras puts the classes of their boxes along the batch, where they no longer belong to them, and
 * mixes masks by single pixels.
 *
 * Input `[batch, height, width, channels]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights.
 *
 * @example
 * ```ts
 * const data = { images: tensor([[[[1], [2]]]]), labels: tensor([[0, 1]]) };
 * mixUp()(data, { training: true }).labels; // [[0, 1]]
 * ```
 * @throws ArgumentError when `alpha` is not positive.
 * @see Keras `keras.layers.MixUp`; Zhang et al., "mixup", 2017, arXiv 1710.09412
 */
export const mixUp: ImageLayerFactory<MixUpConfig> = /* @__PURE__ */ defineImageLayer({
  className: 'MixUp',
  floats: ['alpha'],
  defaults: { alpha: 0.2 },
  resolve: { alpha: positive },
  ...mix,
});

function positive(given: number, who: string): number {
  if (given > 0) return given;
  throw new ArgumentError({ who, expected: '`alpha` to be more than 0', got: String(given) });
}
