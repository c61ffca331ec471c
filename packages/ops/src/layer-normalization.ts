import { type Tensor, cast } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { alongAxes } from './internal/along-axes.js';
import { standardized } from './internal/standardized.js';
import { moments } from './moments.js';
import { toFloat } from './promote.js';

export interface LayerNormalizationOptions<P extends Operand = Operand> {
  /** What the normalized values are multiplied by. @defaultValue nothing */
  readonly gamma?: P | null;
  /** What is added at the end. @defaultValue nothing */
  readonly beta?: P | null;
  /** The axes that are normalized together. @defaultValue -1 */
  readonly axis?: number | readonly number[];
  /** What is added to the variance. @defaultValue 1e-7 */
  readonly epsilon?: number | null;
}

/**
 * Normalizes each example by itself: `y = gamma · (x - mean) / √(variance + epsilon) + beta`.
 *
 * Any shape → the same shape. `gamma` and `beta` have the shape of the axes that are normalized.
 *
 * @example
 * ```ts
 * layerNormalization(tensor([[1, 3]])); // [[-1, 1]]
 * ```
 * @see Keras `keras.ops.layer_normalization`; Ba et al., 2016, arXiv 1607.06450.
 */
export const layerNormalization: (<X extends Operand, P extends Operand = X>(
  x: X,
  options?: LayerNormalizationOptions<P>,
) => Result<X | P>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'LayerNorm',
  module: 'nn',
  optionalOperands: ['gamma', 'beta'],
  options: ['axis', 'epsilon'],
  fixed: { rms_scaling: false },
  call(x: Tensor, { gamma = null, beta = null, axis = -1, epsilon }: LayerNormalizationOptions<Tensor>) {
    const axes = [axis].flat();
    const floats = toFloat(x);
    const [mean, variance] = moments(floats, { axes, keepdims: true });
    const y = standardized(floats, {
      mean,
      variance,
      epsilon: epsilon ?? 1e-7,
      scale: gamma === null ? null : alongAxes(gamma, x.shape, axes),
      offset: beta === null ? null : alongAxes(beta, x.shape, axes),
    });
    return y.dtype === x.dtype ? y : cast(y, x.dtype);
  },
});
