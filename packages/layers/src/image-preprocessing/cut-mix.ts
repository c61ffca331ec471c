import { ArgumentError } from '@myelin/core';
import { add, divide, multiply, sigmoid, sqrt, subtract, take, where } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Augmentation } from './internal/augmentation.js';
import { isInBox, placedBoxes } from './internal/boxes-in-images.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import { type Factor, type Range, factor } from './internal/factor.js';
import { type Mix, mixed } from './internal/mixed.js';
import type { ImageLayerFactory, RandomImageConfig } from './labeled-images.js';

/** Options of {@link cutMix}. */
export interface CutMixConfig extends RandomImageConfig {
  /** Range from which the parameter of the beta distribution is drawn, from 0 to 1; one number is the range from 0. @defaultValue 1 */
  factor?: Factor;
}

/** Which pixels come from another image, `[batch, height, width, 1]`. */
interface Cut extends Mix {
  readonly isCut: Tensor;
}

/** @internal */
export const cut: Augmentation<{ readonly factor: Range }, Cut> = {
  draw(draws, size, { config: { factor: range } }) {
    const alpha = add(draws.uniform([], range), 1e-6);
    const [first, second] = [draws.logGamma([size.batch], alpha), draws.logGamma([size.batch], alpha)];
    // √(1 - w) of w from Beta(α, α), the part of a sum of two gamma variables.
    const side = sqrt(sigmoid(subtract(second, first)));
    const box = placedBoxes(draws, size, { across: side, down: side });
    const area = multiply(subtract(box.right, box.left), subtract(box.bottom, box.top));
    return {
      order: draws.order(size.batch),
      isCut: isInBox(size, box),
      weights: subtract(1, divide(area, size.width * size.height)),
    };
  },
  images: (images, drawn) => withCuts(images, drawn),
  masks: (masks, drawn) => withCuts(masks, drawn),
  labels: (labels, drawn) => mixed(labels, drawn),
  boundingBoxes(_, __, { who }) {
    throw new ArgumentError({ who, expected: 'images without bounding boxes', got: 'some with' });
  },
};

/**
 * Replaces a rectangle of each image in training by that of another image of the batch, and mixes their labels by its area.
 *
 * Size, place and the other image are drawn: the area is 1 minus a number of the distribution `Beta(α, α)`. At inference
 * images stay as they are, as does a single image.
 *
 * Input `[batch, height, width, channels]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights.
 *
 * @example
 * ```ts
 * const data = { images: tensor([[[[1], [2]]]]), labels: tensor([[0, 1]]) };
 * cutMix()(data, { training: false }).labels; // [[0, 1]]
 * ```
 * @throws ArgumentError for a factor that is out of range, and for images with bounding boxes.
 * @see Keras `keras.layers.CutMix`; Yun et al., "CutMix", 2019, arXiv 1905.04899
 */
export const cutMix: ImageLayerFactory<CutMixConfig> = /* @__PURE__ */ defineImageLayer({
  className: 'CutMix',
  ranges: ['factor'],
  defaults: { factor: 1 },
  resolve: { factor: factor('factor', [0, 1]) },
  ...cut,
});

function withCuts(images: Tensor, { isCut, order }: Cut): Tensor {
  return where(isCut, take(images, order, { axis: 0 }), images);
}
