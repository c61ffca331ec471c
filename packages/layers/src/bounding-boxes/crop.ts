import { concatenate, maximum, minimum, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { columnsOf } from './internal/columns-of.js';

/** Options of {@link crop}, in pixels. */
export interface CropBoxesOptions {
  readonly top: number;
  readonly left: number;
  /** Size of the part that is left. */
  readonly height: number;
  readonly width: number;
}

/**
 * Boxes `xyxy` of images of which a part is left: moved with it, and without what lies outside.
 *
 * @example
 * ```ts
 * crop(tensor([[2, 2, 9, 5]]), { top: 1, left: 3, height: 10, width: 4 }); // [[0, 1, 4, 4]]
 * ```
 * @see Keras `keras.utils.bounding_boxes.crop`
 */
export function crop(boxes: Tensor, { top, left, height, width }: CropBoxesOptions): Tensor {
  const moved = columnsOf(boxes).map((column, i) => {
    const [offset, most] = i % 2 === 0 ? [left, width] : [top, height];
    return minimum(maximum(subtract(column, offset), 0), most);
  });
  return concatenate(moved, { axis: -1 });
}
