import { pad, split } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { positiveInteger } from '../internal/positive-integer.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import type { ImageLayerConfig, ImageLayerFactory } from './labeled-images.js';

/** Options of {@link maxNumBoundingBoxes}. */
export interface MaxNumBoundingBoxesConfig extends ImageLayerConfig {
  /** How many boxes each image has afterwards. */
  maxNumber: number;
  /** What boxes and classes consist of that were missing. @defaultValue -1 */
  fillValue?: number;
}

/**
 * Gives all images the same number of bounding boxes: the first ones, and where there are too few others of -1, which stand
 * for none.
 *
 * Images, labels and masks stay as they are, and so does all of it without boxes. As in Keras, files do not keep
 * `fillValue`.
 *
 * Boxes `[batch, boxes, 4]` with classes `[batch, boxes]` → `[batch, maxNumber, 4]` and `[batch, maxNumber]`; or those of one
 * image without the batch. No weights.
 *
 * @example
 * ```ts
 * const bounding_boxes = { boxes: tensor([[1, 2, 3, 4]]), labels: tensor([7], 'int32') };
 * const layer = maxNumBoundingBoxes({ maxNumber: 2, boundingBoxFormat: 'xyxy' });
 * layer({ images: tensor([[[0]]]), bounding_boxes }).bounding_boxes.labels; // [7, -1]
 * ```
 * @throws ArgumentError for a number that is not positive.
 * @see Keras `keras.layers.MaxNumBoundingBoxes`
 */
export const maxNumBoundingBoxes: ImageLayerFactory<MaxNumBoundingBoxesConfig> =
  /* @__PURE__ */ defineImageLayer({
    className: 'MaxNumBoundingBoxes',
    required: ['maxNumber'],
    unsaved: ['fillValue'],
    defaults: { fillValue: -1 },
    resolve: { maxNumber: positiveInteger('maxNumber') },

    images: (images) => images,
    boundingBoxes: ({ boxes, labels }, _, { config: { maxNumber, fillValue } }) => ({
      boxes: sized(boxes, maxNumber, fillValue),
      labels: sized(labels, maxNumber, fillValue),
    }),
  });

/** As many entries along the second axis as wanted. */
function sized(x: Tensor, count: number, fill: number): Tensor {
  const found = x.shape[1] ?? 0;
  if (found > count) return split(x, { indicesOrSections: [count], axis: 1 })[0] as Tensor;
  const padWidth = x.shape.map((_, axis) => [0, axis === 1 ? count - found : 0] as const);
  return pad(x, { padWidth, constantValues: fill });
}
