import { type ObjectFactory, defineObject } from '@myelin/core';
import { add, divide } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type NormOptions, epsilon, norms } from './internal/norms.js';

/** Options of {@link unitNorm}. */
export type UnitNormConfig = NormOptions;

/**
 * Makes all vectors of weights one unit long: `w / (ε + ‖w‖)`.
 *
 * @example
 * ```ts
 * unitNorm()(tensor([[3, 0.1], [4, 0]])); // [[0.6, 1], [0.8, 0]]
 * ```
 * @see Keras `keras.constraints.UnitNorm`
 * @id unit_norm
 */
export const unitNorm: ObjectFactory<UnitNormConfig, (weight: Tensor) => Tensor> =
  /* @__PURE__ */ defineObject<UnitNormConfig, (weight: Tensor) => Tensor>(
    { className: 'UnitNorm', module: 'keras.constraints', defaults: { axis: 0 } },
    ({ axis }) =>
      (weight) =>
        divide(weight, add(norms(weight, axis), epsilon)),
  );
