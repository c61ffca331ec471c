import { type Tensor, leakyRelu as tfLeakyRelu } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

export interface LeakyReluOptions {
  /** Slope below zero. @defaultValue 0.2 */
  readonly negativeSlope?: number;
}

/**
 * Rectified linear unit that leaks: `y = x` for `x > 0`, else `negativeSlope · x`.
 *
 * @example
 * ```ts
 * leakyRelu(tensor([-1, 2])); // [-0.2, 2]
 * ```
 * @see Keras `keras.ops.leaky_relu`
 */
export const leakyRelu: OptionOp<LeakyReluOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'LeakyRelu',
  module: 'nn',
  options: ['negativeSlope'],
  call: (x: Tensor, { negativeSlope = 0.2 }: LeakyReluOptions) => tfLeakyRelu(toFloat(x), negativeSlope),
});
