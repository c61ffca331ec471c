import { type Tensor, reshape } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { fromStart } from './internal/from-start.js';
import { standardized } from './internal/standardized.js';
import { toFloat } from './promote.js';

export interface BatchNormalizationOptions<P extends Operand = Operand> {
  /** The axis of the channels. */
  readonly axis: number;
  /** What is added at the end, a number a channel. @defaultValue nothing */
  readonly offset?: P | null;
  /** What the normalized values are multiplied by, a number a channel. @defaultValue nothing */
  readonly scale?: P | null;
  /** What is added to the variance. @defaultValue 0.001 */
  readonly epsilon?: number;
}

/**
 * Normalizes by given moments: `y = scale · (x - mean) / √(variance + epsilon) + offset`.
 *
 * `x [..., channels, ...]`, `mean [channels]`, `variance [channels]` → the shape of `x`.
 *
 * @example
 * ```ts
 * batchNormalization(tensor([[3, 5]]), tensor([1, 5]), tensor([4, 1]), { axis: -1, epsilon: 0 }); // [[1, 0]]
 * ```
 * @see Keras `keras.ops.batch_normalization`; Ioffe and Szegedy, 2015, arXiv 1502.03167.
 */
export const batchNormalization: (<X extends Operand, M extends Operand, P extends Operand = M>(
  x: X,
  mean: M,
  variance: M,
  options: BatchNormalizationOptions<P>,
) => Result<X | M | P>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'BatchNorm',
  module: 'nn',
  operands: 3,
  optionalOperands: ['offset', 'scale'],
  options: ['axis', 'epsilon'],
  call(x: Tensor, mean: Tensor, variance: Tensor, options: BatchNormalizationOptions<Tensor>) {
    const { axis, offset = null, scale = null, epsilon = 1e-3 } = options;
    const along = fromStart(axis, x.rank);
    const shaped = (value: Tensor): Tensor =>
      reshape(
        value,
        x.shape.map((_, i) => (i === along ? -1 : 1)),
      );
    return standardized(toFloat(x), {
      mean: shaped(mean),
      variance: shaped(variance),
      epsilon,
      scale: scale === null ? null : shaped(scale),
      offset: offset === null ? null : shaped(offset),
    });
  },
});
