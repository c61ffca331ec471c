import { type ObjectFactory, defineObject } from '@myelin/core';
import { absolute, multiply, sum } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { factor } from './internal/factor.js';

/** Options of {@link l1}. */
export interface L1Config {
  /** @defaultValue 0.01 */
  l1?: number;
}

/**
 * Penalty on the size of weights: `l1 · Σ |w|`. Drives weights that are not needed to zero.
 *
 * Keras keeps the factor as float32, and so does its file: 0.1 is written 0.10000000149011612.
 *
 * @example
 * ```ts
 * l1({ l1: 0.5 })(tensor([1, -2])); // 1.5
 * ```
 * @throws ArgumentError for a factor that is negative or no number.
 * @see Keras `keras.regularizers.L1`
 * @id l1
 */
export const l1: ObjectFactory<L1Config, (x: Tensor) => Tensor> = /* @__PURE__ */ defineObject<
  L1Config,
  (x: Tensor) => Tensor
>(
  {
    className: 'L1',
    module: 'keras.regularizers',
    defaults: { l1: 0.01 },
    floats: ['l1'],
    normalize: (config) => ({ l1: Math.fround(factor('l1', config.l1)) }),
  },
  (config) => (x) => multiply(sum(absolute(x)), config.l1),
);
