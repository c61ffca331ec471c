import { type ObjectFactory, defineObject } from '@myelin/core';
import { add, divide, minimum, multiply } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type NormOptions, epsilon, norms } from './internal/norms.js';

/** Options of {@link maxNorm}. */
export interface MaxNormConfig extends NormOptions {
  /** The largest length. @defaultValue 2 */
  maxValue?: number;
}

/**
 * Shortens vectors of weights that are longer than `maxValue` to that length: `w · min(‖w‖, maxValue) / (ε + ‖w‖)`.
 *
 * Often goes with dropout.
 *
 * @example
 * ```ts
 * maxNorm({ maxValue: 1 })(tensor([[3, 0.1], [4, 0]])); // [[0.6, 0.1], [0.8, 0]]
 * ```
 * @see Keras `keras.constraints.MaxNorm`; Srivastava, Hinton et al., 2014, Dropout, section 5.1.
 * @id max_norm
 */
export const maxNorm: ObjectFactory<MaxNormConfig, (weight: Tensor) => Tensor> = /* @__PURE__ */ defineObject<
  MaxNormConfig,
  (weight: Tensor) => Tensor
>(
  { className: 'MaxNorm', module: 'keras.constraints', defaults: { maxValue: 2, axis: 0 } },
  ({ maxValue, axis }) =>
    (weight) => {
      const lengths = norms(weight, axis);
      return multiply(weight, divide(minimum(lengths, maxValue), add(lengths, epsilon)));
    },
);
