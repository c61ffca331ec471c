import { concatenate, maximum, minimum } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** The smallest boxes around the four corners of boxes, each of which moves. */
export function around(
  [left, top, right, bottom]: readonly [Tensor, Tensor, Tensor, Tensor],
  move: (x: Tensor, y: Tensor) => readonly [Tensor, Tensor],
): Tensor {
  const corners = [move(left, top), move(right, top), move(left, bottom), move(right, bottom)];
  const extreme = (choose: (a: Tensor, b: Tensor) => Tensor, axis: 0 | 1): Tensor =>
    corners.map((corner) => corner[axis]).reduce((a, b) => choose(a, b));
  return concatenate([extreme(minimum, 0), extreme(minimum, 1), extreme(maximum, 0), extreme(maximum, 1)], {
    axis: -1,
  });
}
