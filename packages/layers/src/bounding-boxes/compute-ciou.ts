import { add, arctan, divide, maximum, minimum, multiply, square, squeeze, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type BoundingBoxFormat, convertFormat } from './convert-format.js';
import { columnsOf } from './internal/columns-of.js';
import { extentOf } from './internal/delta-options.js';

/** Options of {@link computeCiou}. */
export interface ComputeCiouOptions {
  readonly boundingBoxFormat: BoundingBoxFormat;
  /** Height, width and channels of the images, for relative formats. @defaultValue null */
  readonly imageShape?: readonly [number, number, number] | null;
}

/**
 * How much boxes have in common with others, pair by pair: the intersection over the union, less what their distance and
 * their different proportions take away.
 *
 * `[..., 4]` each → `[...]`.
 *
 * @example
 * ```ts
 * const boxes = tensor([[0, 0, 2, 2]]);
 * computeCiou(boxes, boxes, { boundingBoxFormat: 'xyxy' }); // [1]
 * ```
 * @throws ArgumentError when boxes are relative and the size of the image is missing.
 * @see Keras `keras.utils.bounding_boxes.compute_ciou`; Zheng et al., "Distance-IoU loss", 2019, arXiv 1911.08287
 */
export function computeCiou(boxes1: Tensor, boxes2: Tensor, options: ComputeCiouOptions): Tensor {
  const { boundingBoxFormat: source, imageShape } = options;
  const corners = (boxes: Tensor): Corners =>
    columnsOf(convertFormat(boxes, { source, target: 'xyxy', ...extentOf(imageShape) }));
  const [one, other] = [corners(boxes1), corners(boxes2)];
  const [[width, height], [otherWidth, otherHeight]] = [sizeOf(one), sizeOf(other)];
  const overlap = (from: 0 | 1, to: 2 | 3): Tensor =>
    maximum(subtract(minimum(one[to], other[to]), maximum(one[from], other[from])), 0);
  const shared = multiply(overlap(0, 2), overlap(1, 3));
  const areas = add(multiply(width, height), multiply(otherWidth, otherHeight));
  const iou = divide(shared, add(subtract(areas, shared), 2 * epsilon));
  const reach = (from: 0 | 1, to: 2 | 3): Tensor =>
    subtract(maximum(one[to], other[to]), minimum(one[from], other[from]));
  const diagonal = add(add(square(reach(0, 2)), square(reach(1, 3))), epsilon);
  const apart = (from: 0 | 1, to: 2 | 3): Tensor =>
    square(divide(subtract(add(one[from], one[to]), add(other[from], other[to])), 2));
  const distance = divide(add(apart(0, 2), apart(1, 3)), diagonal);
  const angles = subtract(arctan(divide(otherWidth, otherHeight)), arctan(divide(width, height)));
  const proportions = multiply(square(angles), 4 / Math.PI ** 2);
  const weight = divide(proportions, add(subtract(proportions, iou), 1 + epsilon));
  return squeeze(subtract(iou, add(distance, multiply(proportions, weight))), { axis: -1 });
}

const epsilon = 1e-7;
type Corners = [Tensor, Tensor, Tensor, Tensor];

function sizeOf([left, top, right, bottom]: Corners): [Tensor, Tensor] {
  return [subtract(right, left), add(subtract(bottom, top), epsilon)];
}
