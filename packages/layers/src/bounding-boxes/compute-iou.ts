import {
  add,
  divide,
  expandDims,
  less,
  logicalOr,
  maximum,
  minimum,
  multiply,
  squeeze,
  subtract,
  where,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type BoundingBoxFormat, convertFormat } from './convert-format.js';
import { columnsOf } from './internal/columns-of.js';
import { extentOf } from './internal/delta-options.js';

/** Options of {@link computeIou}. */
export interface ComputeIouOptions {
  readonly boundingBoxFormat: BoundingBoxFormat;
  /** Whether boxes of nothing but negative numbers stand for none. @defaultValue false */
  readonly useMasking?: boolean;
  /** What pairs with such a box get. @defaultValue -1 */
  readonly maskVal?: number;
  /** Height, width and channels of the images, for relative formats. @defaultValue null */
  readonly imageShape?: readonly [number, number, number] | null;
}

/**
 * How much each of some boxes has in common with each of others: the area of the intersection as a part of that of the union.
 *
 * Boxes `[batch, n, 4]` and `[batch, m, 4]` → `[batch, n, m]`; either without the batch.
 *
 * @example
 * ```ts
 * const [first, second] = [tensor([[0, 0, 2, 2]]), tensor([[1, 0, 3, 2], [5, 5, 6, 6]])];
 * computeIou(first, second, { boundingBoxFormat: 'xyxy' }); // [[0.3333, 0]]
 * ```
 * @throws ArgumentError when boxes are relative and the size of the image is missing.
 * @see Keras `keras.utils.bounding_boxes.compute_iou`
 */
export function computeIou(boxes1: Tensor, boxes2: Tensor, options: ComputeIouOptions): Tensor {
  const { boundingBoxFormat: source, useMasking = false, maskVal = -1, imageShape } = options;
  const corners = (boxes: Tensor, axis: number): Tensor[] => {
    const converted = convertFormat(boxes, { source, target: 'xyxy', ...extentOf(imageShape) });
    return columnsOf(converted).map((column) => expandDims(squeeze(column, { axis: -1 }), { axis }));
  };
  const [one, other] = [corners(boxes1, -1), corners(boxes2, -2)] as [Corners, Corners];
  const overlap = (from: 0 | 1, to: 2 | 3): Tensor =>
    maximum(subtract(minimum(one[to], other[to]), maximum(one[from], other[from])), 0);
  const shared = multiply(overlap(0, 2), overlap(1, 3));
  const union = subtract(add(areaOf(one), areaOf(other)), shared);
  const iou = divide(shared, add(union, 1e-7));
  if (!useMasking) return iou;
  const isNone = [one, other].map((box) =>
    less(
      box.reduce((a, b) => maximum(a, b)),
      0,
    ),
  ) as [Tensor, Tensor];
  return where(logicalOr(...isNone), maskVal, iou);
}

type Corners = [Tensor, Tensor, Tensor, Tensor];

function areaOf([left, top, right, bottom]: Corners): Tensor {
  return multiply(subtract(right, left), subtract(bottom, top));
}
