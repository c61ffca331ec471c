import { type ObjectFactory, defineObject } from '@myelin/core';
import { maximum } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/**
 * Sets weights below zero to zero: `max(w, 0)`.
 *
 * @example
 * ```ts
 * nonNeg()(tensor([-1, 2])); // [0, 2]
 * ```
 * @see Keras `keras.constraints.NonNeg`
 * @id non_neg
 */
export const nonNeg: ObjectFactory<object, (weight: Tensor) => Tensor> = /* @__PURE__ */ defineObject<
  object,
  (weight: Tensor) => Tensor
>({ className: 'NonNeg', module: 'keras.constraints', defaults: {} }, () => (weight) => maximum(weight, 0));
