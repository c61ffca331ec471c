import { type Tensor, logSoftmax as tfLogSoftmax } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { onLastAxis } from './on-last-axis.js';
import { toFloat } from './promote.js';

export interface LogSoftmaxOptions {
  /** The axis whose elements are the logits of a distribution. @defaultValue -1 */
  readonly axis?: number;
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
    onLastAxis(toFloat(x), axis, (logits) => tfLogSoftmax(logits)),
});
