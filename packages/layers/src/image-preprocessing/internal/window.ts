import { multiply, subtract, tensor } from '@myelin/ops';
import type { BoundingBoxes } from '../labeled-images.js';
import type { ImageSize } from './image-size.js';
import { type BoxContext, moveBoxes } from './move-boxes.js';

/** How far something reaches down and to the right. */
export type Extent = Pick<ImageSize, 'height' | 'width'>;

/** A part of an image, in whole pixels. */
export interface Window extends Extent {
  readonly top: number;
  readonly left: number;
}

/** The largest window in the middle of an image with the proportions of a result, at least a pixel. */
export function middleWindow(size: Extent, { height, width }: Extent): Window {
  const rows = Math.max(Math.min(size.height, Math.floor((size.width * height) / width)), 1);
  const columns = Math.max(Math.min(size.width, Math.floor((size.height * width) / height)), 1);
  return {
    top: Math.floor((size.height - rows) / 2),
    left: Math.floor((size.width - columns) / 2),
    height: rows,
    width: columns,
  };
}

/** Boxes of images of which a window was made the whole image. */
export function intoWindow(
  boxes: BoundingBoxes,
  { left, top, height, width }: Window,
  context: BoxContext<unknown>,
): BoundingBoxes {
  const { outputSize } = context;
  const [x, y] = [outputSize.width / width, outputSize.height / height];
  return moveBoxes(boxes, context, (corners) =>
    multiply(subtract(corners, tensor([left, top, left, top])), tensor([x, y, x, y])),
  );
}
