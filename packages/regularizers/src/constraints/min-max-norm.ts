import { type ObjectFactory, defineObject } from '@myelin/core';
import { add, clip, divide, multiply } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type NormOptions, epsilon, norms } from './internal/norms.js';

/** Options of {@link minMaxNorm}. */
export interface MinMaxNormConfig extends NormOptions {
  /** The smallest length. @defaultValue 0 */
  minValue?: number;
  /** The largest length. @defaultValue 1 */
  maxValue?: number;
  /** How much of the way to the nearest allowed length is gone in one step. @defaultValue 1 */
  rate?: number;
}

/**
 * Brings the lengths of vectors of weights between two bounds, at once or little by little: the new length is
 * `rate · clip(‖w‖, minValue, maxValue) + (1 - rate) · ‖w‖`.
 *
 * @example
 * ```ts
 * minMaxNorm({ minValue: 1, maxValue: 2 })(tensor([[3, 0.1], [4, 0]])); // [[1.2, 1], [1.6, 0]]
 * ```
 * @see Keras `keras.constraints.MinMaxNorm`
 * @id min_max_norm
 */
export const minMaxNorm: ObjectFactory<MinMaxNormConfig, (weight: Tensor) => Tensor> =
  /* @__PURE__ */ defineObject<MinMaxNormConfig, (weight: Tensor) => Tensor>(
    {
      className: 'MinMaxNorm',
      module: 'keras.constraints',
      defaults: { minValue: 0, maxValue: 1, rate: 1, axis: 0 },
      floats: ['minValue', 'maxValue', 'rate'],
    },
    ({ minValue, maxValue, rate, axis }) =>
      (weight) => {
        const lengths = norms(weight, axis);
        const bounded = clip(lengths, { xMin: minValue, xMax: maxValue });
        const wanted = add(multiply(rate, bounded), multiply(1 - rate, lengths));
        return multiply(weight, divide(wanted, add(lengths, epsilon)));
      },
  );
