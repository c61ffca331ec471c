import { ShapeError, formatShape } from '@myelin/core';
import { type Tensor, reshape } from '@tensorflow/tfjs-core';
import { cast } from '../cast.js';
import { type OpClass, type Operand, type Result, defineOp } from '../define-op.js';
import { type ImageOptions, onImages } from './internal/on-images.js';
import { project } from './internal/project.js';
import type { SampleOptions } from './internal/sample.js';

export type AffineTransformOptions = ImageOptions & SampleOptions;

/**
 * Images turned, moved, stretched or sheared: what lies at `(x, y)` of the result comes from
 * `((a₀·x + a₁·y + a₂) / k, (b₀·x + b₁·y + b₂) / k)` with `k = c₀·x + c₁·y + 1`.
 *
 * The gradient is that of these formulas, by the images and by the transform. TensorFlow moves the gradient back by the
 * inverse transform, which is the same only where nothing is stretched, and has none by the transform.
 *
 * Images `[batch, height, width, channels]` and transforms `[batch, 8]`, which are `a₀ a₁ a₂ b₀ b₁ b₂ c₀ c₁` → the shape of
 * the images; or one image, and one transform for all.
 *
 * @example
 * ```ts
 * const oneToTheLeft = tensor([1, 0, 1, 0, 1, 0, 0, 0]);
 * affineTransform(tensor([[[1], [2], [3]]]), oneToTheLeft); // [[[2], [3], [0]]]
 * ```
 * @throws ShapeError when the shapes are not such.
 * @see Keras `keras.ops.image.affine_transform`
 */
export const affineTransform: (<X extends Operand, T extends Operand>(
  images: X,
  transform: T,
  options?: AffineTransformOptions,
) => Result<X | T>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'AffineTransform',
  module: 'image',
  operands: 2,
  options: ['interpolation', 'fillMode', 'fillValue', 'dataFormat'],
  call(images: Tensor, transform: Tensor, options: AffineTransformOptions) {
    if (transform.rank === 0 || transform.rank > 2 || transform.shape.at(-1) !== 8) {
      throw new ShapeError({
        who: 'affineTransform',
        expected: 'transforms of 8 numbers',
        got: formatShape(transform.shape),
      });
    }
    const transforms = reshape(cast(transform, { dtype: 'float32' }), [-1, 8]);
    return onImages('affineTransform', images, options, (batch) => project(batch, transforms, options));
  },
});
