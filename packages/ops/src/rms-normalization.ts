import { type Tensor, add, cast, expandDims, mean, mul, rsqrt, square } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { toFloat } from './promote.js';
import { axisOf } from './reduce-options.js';

export interface RmsNormalizationOptions<P extends Operand = Operand> {
  /** What the normalized values are multiplied by; it is broadcast against `x`. @defaultValue nothing */
  readonly scale?: P | null;
  /** The axes that are normalized together. @defaultValue -1 */
  readonly axis?: number | readonly number[];
  /** What is added to the mean of the squares. @defaultValue 1e-7 */
  readonly epsilon?: number | null;
}

/**
 * Divides by the root of the mean of the squares: `y = scale · x / √(mean(x²) + epsilon)`.
 *
 * Any shape → the same shape; no axes → one.
 *
 * @example
 * ```ts
 * rmsNormalization(tensor([[1, 7]])); // [[0.2, 1.4]]
 * ```
 * @see Keras `keras.ops.rms_normalization`; Zhang and Sennrich, 2019, arXiv 1910.07467.
 */
export const rmsNormalization: (<X extends Operand, P extends Operand = X>(
  x: X,
  options?: RmsNormalizationOptions<P>,
) => Result<X | P>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'RMSNorm',
  module: 'nn',
  optionalOperands: ['scale'],
  options: ['axis', 'epsilon'],
  call(x: Tensor, { scale = null, axis = -1, epsilon }: RmsNormalizationOptions<Tensor>) {
    const floats = toFloat(x.rank === 0 ? expandDims(x, 0) : x);
    const inverse = rsqrt(add(mean(square(floats), axisOf(axis), true), epsilon ?? 1e-7));
    const normalized = mul(floats, inverse);
    const y = scale === null ? normalized : mul(normalized, scale);
    return y.dtype === x.dtype ? y : cast(y, x.dtype);
  },
});
