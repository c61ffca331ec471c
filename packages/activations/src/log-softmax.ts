import { type NamedFunction, defineActivation } from '@myelin/core';
import { type LogSoftmaxOptions as Options, logSoftmax as logDistribute } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

export type LogSoftmaxOptions = Options;

/**
 * Logarithms of probabilities: `yᵢ = xᵢ - log Σ e^xⱼ`, without overflow.
 *
 * @example
 * ```ts
 * logSoftmax(tensor([0, 1])); // [-1.3133, -0.3133]
 * ```
 * @see Keras `keras.activations.log_softmax`
 * @id log_softmax
 */
export const logSoftmax: ((x: Tensor, options?: LogSoftmaxOptions) => Tensor) & NamedFunction =
  /* @__PURE__ */ defineActivation('log_softmax', (x: Tensor, options: LogSoftmaxOptions = {}): Tensor =>
    logDistribute(x, options),
  );
