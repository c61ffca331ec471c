import { type ObjectFactory, defineObject } from '@myelin/core';
import { absolute, add, multiply, square, sum } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { factor } from './internal/factor.js';

/** Options of {@link l1l2}. */
export interface L1l2Config {
  /** Factor of the sizes. @defaultValue 0 */
  l1?: number;
  /** Factor of the squares. @defaultValue 0 */
  l2?: number;
}

/**
 * Both penalties: `l1 · Σ |w| + l2 · Σ w²` (elastic net). Without options it is zero.
 *
 * @example
 * ```ts
 * l1l2({ l1: 0.5, l2: 1 })(tensor([1, -2])); // 6.5
 * ```
 * @throws ArgumentError for a factor that is negative or no number.
 * @see Keras `keras.regularizers.L1L2`
 * @id l1l2
 */
export const l1l2: ObjectFactory<L1l2Config, (x: Tensor) => Tensor> = /* @__PURE__ */ defineObject<
  L1l2Config,
  (x: Tensor) => Tensor
>(
  {
    className: 'L1L2',
    module: 'keras.regularizers',
    defaults: { l1: 0, l2: 0 },
    floats: ['l1', 'l2'],
    normalize: (config) => ({ l1: factor('l1', config.l1), l2: factor('l2', config.l2) }),
  },
  (config) => (x) => add(multiply(sum(absolute(x)), config.l1), multiply(sum(square(x)), config.l2)),
);
