import { add, multiply, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type OptimizerFactory, defineOptimizer } from './define-optimizer.js';
import { expect } from './internal/check-options.js';

/** Options of {@link sgd}. */
export interface SgdConfig {
  /** Share of the last step that is added to the next, from 0 to 1. @defaultValue 0 */
  momentum?: number;
  /** Whether to look ahead by the momentum. @defaultValue false */
  nesterov?: boolean;
}

interface SgdSlots {
  momentum?: Tensor;
}

/**
 * Gradient descent: `w = w - learningRate · g`, and with momentum `m = momentum · m - learningRate · g; w = w + m`.
 *
 * With `nesterov` the step is `w = w + momentum · m - learningRate · g`.
 *
 * `learningRate` is 0.01 by default. Slots, in saved order: `momentum` unless it is 0.
 *
 * @example
 * ```ts
 * sgd().getConfig()['learning_rate']; // 0.009999999776482582
 * ```
 * @throws ArgumentError when `momentum` is not from 0 to 1.
 * @see Keras `keras.optimizers.SGD`
 * @id sgd
 */
export const sgd: OptimizerFactory<SgdConfig> = /* @__PURE__ */ defineOptimizer<SgdConfig, SgdSlots>({
  className: 'SGD',
  defaults: { learningRate: 0.01, momentum: 0, nesterov: false },
  floats: ['momentum'],
  check({ momentum }) {
    expect('SGD', 'momentum from 0 to 1', momentum, momentum >= 0 && momentum <= 1);
  },
  slots: ({ momentum }) => (momentum === 0 ? [] : [['momentum']]),
  step({ gradient, variable, slots, learningRate }, { momentum, nesterov }) {
    const step = multiply(gradient, learningRate);
    if (slots.momentum === undefined) return { variable: subtract(variable, step), slots };
    const m = subtract(multiply(slots.momentum, momentum), step);
    const ahead = nesterov ? subtract(multiply(m, momentum), step) : m;
    return { variable: add(variable, ahead), slots: { momentum: m } };
  },
});
