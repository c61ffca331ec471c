import { add, cos, divide, multiply, negative, reshape, sin, subtract, tan } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { columnsOf } from './internal/columns-of.js';
import { around } from './internal/around.js';

/** Options of {@link affineTransform}; tensors have a number for each image, `[batch]`. */
export interface AffineTransformBoxesOptions {
  /** Angles in degrees. */
  readonly angle: Tensor;
  /** How far images move, as parts of their width and height less a pixel. */
  readonly translateX: Tensor;
  readonly translateY: Tensor;
  /** How much larger they become. */
  readonly scale: Tensor;
  /** Angles by which they are sheared, in degrees. */
  readonly shearX: Tensor;
  readonly shearY: Tensor;
  /** Size of the images in pixels. */
  readonly height: number;
  readonly width: number;
  /** What stays where it is, as parts of the size. @defaultValue 0.5 */
  readonly centerX?: number;
  readonly centerY?: number;
}

/**
 * Boxes `xyxy` of images that were turned, moved, stretched or sheared: the smallest ones around the corners.
 *
 * Boxes `[batch, boxes, 4]` → the same shape.
 *
 * @example
 * ```ts
 * const [none, one] = [tensor([0]), tensor([1])];
 * const still = { translateX: none, translateY: none, scale: one, shearX: none, shearY: none };
 * const boxes = tensor([[[0, 1, 2, 2]]]);
 * affineTransform(boxes, { ...still, angle: tensor([180]), height: 4, width: 5 }); // [[[2, 1, 4, 2]]]
 * ```
 * @see Keras `keras.utils.bounding_boxes.affine_transform`
 */
export function affineTransform(boxes: Tensor, options: AffineTransformBoxesOptions): Tensor {
  const { angle, translateX, translateY, scale, shearX, shearY } = options;
  const { height, width, centerX = 0.5, centerY = 0.5 } = options;
  const each = (x: Tensor): Tensor => reshape(x, { newshape: [-1, 1, 1] });
  const [turn, sideways, upwards] = [angle, shearX, shearY].map((degrees) =>
    each(multiply(degrees, -Math.PI / 180)),
  ) as [Tensor, Tensor, Tensor];
  const [x, y] = [centerX * (width - 1), centerY * (height - 1)];
  const rest = subtract(turn, upwards);
  const a = divide(cos(rest), cos(upwards));
  const b = add(multiply(a, tan(sideways)), sin(turn));
  const c = divide(negative(sin(rest)), cos(upwards));
  const d = subtract(cos(turn), multiply(c, tan(sideways)));
  const factor = each(scale);
  const [first, second, third, fourth] = [d, negative(b), negative(c), a].map((entry) =>
    multiply(entry, factor),
  ) as [Tensor, Tensor, Tensor, Tensor];
  const [fromX, fromY] = [
    subtract(x, multiply(each(translateX), width - 1)),
    subtract(y, multiply(each(translateY), height - 1)),
  ];
  return around(columnsOf(boxes), (column, row) => {
    const [right, down] = [subtract(column, fromX), subtract(row, fromY)];
    return [
      add(add(multiply(first, right), multiply(second, down)), x),
      add(add(multiply(third, right), multiply(fourth, down)), y),
    ];
  });
}
