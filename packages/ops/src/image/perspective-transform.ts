import { ShapeError, formatShape } from '@myelin/core';
import {
  type Tensor,
  concat,
  mul,
  neg,
  reshape,
  split,
  stack,
  zerosLike,
  onesLike,
} from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from '../define-op.js';
import { toFloat } from '../promote.js';
import { type ImageOptions, onImages } from './internal/on-images.js';
import { project } from './internal/project.js';
import type { SampleOptions } from './internal/sample.js';
import { solved } from '../linalg/internal/solve.js';

export type PerspectiveTransformOptions = ImageOptions & Omit<SampleOptions, 'fillMode'>;

/**
 * Images seen from elsewhere: what lies at the four `startPoints` comes to the `endPoints`, and straight lines stay
 * straight.
 *
 * Images `[batch, height, width, channels]` and points `[batch, 4, 2]`, each `(x, y)` → the shape of the images; or one image,
 * and the same points for all.
 *
 * @example
 * ```ts
 * const corners = tensor([[0, 0], [1, 0], [0, 1], [1, 1]]);
 * const moved = tensor([[1, 0], [2, 0], [1, 1], [2, 1]]);
 * perspectiveTransform(tensor([[[1], [2], [3]]]), corners, moved); // [[[0], [1], [2]]]
 * ```
 * @throws ShapeError when the shapes are not such.
 * @see Keras `keras.ops.image.perspective_transform`
 */
export const perspectiveTransform: (<X extends Operand, P extends Operand>(
  images: X,
  startPoints: P,
  endPoints: P,
  options?: PerspectiveTransformOptions,
) => Result<X | P>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'PerspectiveTransform',
  module: 'image',
  operands: 3,
  options: ['interpolation', 'fillValue', 'dataFormat'],
  call(images: Tensor, start: Tensor, end: Tensor, options: PerspectiveTransformOptions) {
    if (start.shape.slice(-2).join() !== '4,2' || start.shape.join() !== end.shape.join()) {
      throw new ShapeError({
        who: 'perspectiveTransform',
        expected: 'four points each',
        got: `${formatShape(start.shape)} and ${formatShape(end.shape)}`,
      });
    }
    const transforms = homography(reshape(toFloat(start), [-1, 4, 2]), reshape(toFloat(end), [-1, 4, 2]));
    return onImages('perspectiveTransform', images, options, (batch) => project(batch, transforms, options));
  },
});

/** The projection `[batch, 8]` that finds the starts from the ends: each point gives two equations. */
function homography(start: Tensor, end: Tensor): Tensor {
  const [x, y] = split(end, 2, 2) as [Tensor, Tensor];
  const [zero, one] = [zerosLike(x), onesLike(x)];
  const equation = (side: Tensor, isX: boolean): Tensor => {
    const own = [x, y, one];
    const other = [zero, zero, zero];
    return concat([...(isX ? own : other), ...(isX ? other : own), neg(mul(side, x)), neg(mul(side, y))], 2);
  };
  const [u, v] = split(start, 2, 2) as [Tensor, Tensor];
  const equations = stack([equation(u, true), equation(v, false)], 2);
  return reshape(solved(reshape(equations, [-1, 8, 8]), reshape(start, [-1, 8, 1])), [-1, 8]);
}
