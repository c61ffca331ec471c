import { add, arange, greaterEqual, less, logicalAnd, multiply, reshape, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Draws } from './draws.js';
import type { ImageSize } from './image-size.js';

/** Where a box lies in each image, `[batch]` each, in pixels that need not be whole. */
export interface Box {
  readonly left: Tensor;
  readonly right: Tensor;
  readonly top: Tensor;
  readonly bottom: Tensor;
}

/** Boxes of a size, at places within the images that are drawn; the sizes are parts of the width and of the height. */
export function placedBoxes(
  draws: Draws,
  { batch, height, width }: ImageSize,
  parts: { readonly across: Tensor; readonly down: Tensor },
): Box {
  const along = (length: number, part: Tensor): [Tensor, Tensor] => {
    const size = multiply(part, length);
    const start = multiply(draws.uniform([batch]), subtract(length, size));
    return [start, add(start, size)];
  };
  const [left, right] = along(width, parts.across);
  const [top, bottom] = along(height, parts.down);
  return { left, right, top, bottom };
}

/** Whether each pixel lies in the box of its image, `[batch, height, width, 1]`. */
export function isInBox({ height, width }: ImageSize, { left, right, top, bottom }: Box): Tensor {
  const between = (length: number, first: Tensor, last: Tensor, shape: readonly number[]): Tensor => {
    const places = reshape(arange(length, { dtype: 'float32' }), { newshape: shape });
    const bound = (x: Tensor): Tensor => reshape(x, { newshape: [-1, 1, 1, 1] });
    return logicalAnd(greaterEqual(places, bound(first)), less(places, bound(last)));
  };
  return logicalAnd(
    between(width, left, right, [1, 1, width, 1]),
    between(height, top, bottom, [1, height, 1, 1]),
  );
}
