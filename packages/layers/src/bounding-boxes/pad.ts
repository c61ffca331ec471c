import { add, tensor } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** Options of {@link pad}, in pixels. */
export interface PadBoxesOptions {
  /** What was put above the images. */
  readonly top: number;
  /** What was put to their left. */
  readonly left: number;
}

/**
 * Boxes `xyxy` of images that became larger: moved with them.
 *
 * @example
 * ```ts
 * pad(tensor([[2, 2, 9, 5]]), { top: 1, left: 3 }); // [[5, 3, 12, 6]]
 * ```
 * @see Keras `keras.utils.bounding_boxes.pad`
 */
export function pad(boxes: Tensor, { top, left }: PadBoxesOptions): Tensor {
  return add(boxes, tensor([left, top, left, top]));
}
