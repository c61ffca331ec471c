import {
  cast,
  concatenate,
  greater,
  maximum,
  minimum,
  multiply,
  squeeze,
  subtract,
  where,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { BoundingBoxes } from '../image-preprocessing/labeled-images.js';
import type { ImageExtent } from './convert-format.js';
import { columnsOf } from './internal/columns-of.js';

/** Options of {@link clipToImageSize}. */
export interface ClipToImageSizeOptions extends Partial<ImageExtent> {
  /** How the boxes are written; `'rel_xyxy'` needs no size. @defaultValue 'xyxy' */
  readonly boundingBoxFormat?: 'xyxy' | 'rel_xyxy';
}

/**
 * Boxes without what lies outside of the image; those of which nothing is left have the label -1.
 *
 * @example
 * ```ts
 * const seen = { boxes: tensor([[-5, 2, 4, 30], [9, 9, 12, 12]]), labels: tensor([1, 2], 'int32') };
 * clipToImageSize(seen, { height: 8, width: 8 }).boxes; // [[0, 2, 4, 8], [8, 8, 8, 8]]
 * ```
 * @see Keras `keras.utils.bounding_boxes.clip_to_image_size`
 */
export function clipToImageSize(
  { boxes, labels }: BoundingBoxes,
  { height = 1, width = 1 }: ClipToImageSizeOptions,
): BoundingBoxes {
  const within = (x: Tensor, most: number | Tensor): Tensor => minimum(maximum(x, 0), most);
  const [x1, y1, x2, y2] = columnsOf(boxes);
  const [left, top, right, bottom] = [
    within(x1, width),
    within(y1, height),
    within(x2, width),
    within(y2, height),
  ];
  const area = multiply(subtract(right, left), subtract(bottom, top));
  const isSeen = greater(squeeze(area, { axis: -1 }), 0);
  return {
    boxes: concatenate([left, top, right, bottom], { axis: -1 }),
    labels: cast(where(isSeen, labels, -1), { dtype: labels.dtype as 'int32' }),
  };
}
