import { ArgumentError } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { clipToImageSize } from '../../bounding-boxes/clip-to-image-size.js';
import { type BoundingBoxFormat, convertFormat } from '../../bounding-boxes/convert-format.js';
import type { BoundingBoxes } from '../labeled-images.js';
import type { ImageSize } from './image-size.js';

/** What a change of boxes knows besides them. */
export interface BoxContext<C> {
  readonly config: C;
  readonly who: string;
  readonly format: BoundingBoxFormat;
  /** Sizes of the images before and after the change. */
  readonly size: ImageSize;
  readonly outputSize: ImageSize;
}

/** Moves boxes by their corners in pixels, `[batch, boxes, 4]` as `xyxy`; what leaves the image is cut off. */
export function moveBoxes(
  { boxes, labels }: BoundingBoxes,
  { format, size, outputSize }: Pick<BoxContext<unknown>, 'format' | 'size' | 'outputSize'>,
  move: (corners: Tensor) => Tensor,
): BoundingBoxes {
  const { height, width } = outputSize;
  const corners = convertFormat(boxes, { ...size, source: format, target: 'xyxy' });
  const clipped = clipToImageSize({ boxes: move(corners), labels }, { height, width });
  return {
    ...clipped,
    boxes: convertFormat(clipped.boxes, { height, width, source: 'xyxy', target: format }),
  };
}

export function needsFormat(who: string): ArgumentError {
  return new ArgumentError({
    who,
    expected: 'a `boundingBoxFormat`, since there are bounding boxes',
    got: 'none',
    hint: 'Such as `boundingBoxFormat: "xyxy"`.',
  });
}
