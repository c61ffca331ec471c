import { type Tensor, softmax as tfSoftmax } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { overAxes } from './internal/over-axes.js';
import { toFloat } from './promote.js';

export interface SoftmaxOptions {
  /** The axis, or the axes together, whose elements become a distribution; null takes all. @defaultValue -1 */
  readonly axis?: number | readonly number[] | null;
}

/**
 * Probabilities from logits: `y = eˣ / Σ eˣ`, computed from `x - max(x)`.
 *
 * @example
 * ```ts
 * softmax(tensor([1.66, 0.55, 0.98])); // [0.5446, 0.1795, 0.2759]
 * ```
 * @see Keras `keras.ops.softmax`
 */
export const softmax: OptionOp<SoftmaxOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Softmax',
  module: 'nn',
  options: ['axis'],
  call: (x: Tensor, { axis = -1 }: SoftmaxOptions) =>
    overAxes(toFloat(x), axis, (logits) => tfSoftmax(logits)),
});
