import { type ObjectFactory, defineObject } from '@myelin/core';
import { multiply, square, sum } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { factor } from './internal/factor.js';

/** Options of {@link l2}. */
export interface L2Config {
  /** @defaultValue 0.01 */
  l2?: number;
}

/**
 * Penalty on the squares of weights: `l2 · Σ w²`. Keeps weights small (ridge regression, weight decay).
 *
 * @example
 * ```ts
 * l2({ l2: 0.5 })(tensor([1, -2])); // 2.5
 * ```
 * @throws ArgumentError for a factor that is negative or no number.
 * @see Keras `keras.regularizers.L2`
 * @id l2
 */
export const l2: ObjectFactory<L2Config, (x: Tensor) => Tensor> = /* @__PURE__ */ defineObject<
  L2Config,
  (x: Tensor) => Tensor
>(
  {
    className: 'L2',
    module: 'keras.regularizers',
    defaults: { l2: 0.01 },
    floats: ['l2'],
    normalize: (config) => ({ l2: factor('l2', config.l2) }),
  },
  (config) => (x) => multiply(sum(square(x)), config.l2),
);
