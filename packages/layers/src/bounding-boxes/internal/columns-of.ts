import { ShapeError, formatShape } from '@myelin/core';
import { split } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** The four numbers of each box, `[..., 1]` each. @throws ShapeError when boxes have other than four numbers. */
export function columnsOf(boxes: Tensor): [Tensor, Tensor, Tensor, Tensor] {
  if (boxes.shape.at(-1) === 4) {
    return split(boxes, { indicesOrSections: 4, axis: -1 }) as [Tensor, Tensor, Tensor, Tensor];
  }
  throw new ShapeError({
    who: 'bounding boxes',
    expected: 'four numbers for each box',
    got: formatShape(boxes.shape),
  });
}
