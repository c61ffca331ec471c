import { type Tensor, logSoftmax as tfLogSoftmax } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { overAxes } from './internal/over-axes.js';
import { toFloat } from './promote.js';

export interface LogSoftmaxOptions {
  /** The axis, or the axes together, whose elements are the logits of a distribution; null takes all. @defaultValue -1 */
  readonly axis?: number | readonly number[] | null;
}

/**
 * Logarithms of probabilities: `y = x - ln Σ eˣ`.
 *
 * @example
 * ```ts
 * logSoftmax(tensor([0, 0])); // [-0.6931472, -0.6931472]
 * ```
 * @see Keras `keras.ops.log_softmax`
 */
export const logSoftmax: OptionOp<LogSoftmaxOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'LogSoftmax',
  module: 'nn',
  options: ['axis'],
  call: (x: Tensor, { axis = -1 }: LogSoftmaxOptions) =>
    overAxes(toFloat(x), axis, (logits) => tfLogSoftmax(logits)),
});
