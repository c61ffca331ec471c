import { add, divide, multiply, sqrt, square, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type OptimizerFactory, defineOptimizer } from './define-optimizer.js';

/** Options of {@link adagrad}. */
export interface AdagradConfig {
  /** What the sums of squares start from. @defaultValue 0.1 */
  initialAccumulatorValue?: number;
  /** Keeps the division finite. @defaultValue 1e-7 */
  epsilon?: number;
}

interface AdagradSlots {
  accumulator: Tensor;
}

/**
 * Divides the gradient `g` by the size of all gradients so far: `a = a + g²`, `w = w - learningRate · g / √(a + epsilon)`.
 *
 * Weights that are rarely used keep large steps, which suits sparse features.
 *
 * Slots, in saved order: `accumulator` of each weight.
 *
 * @example
 * ```ts
 * adagrad().getConfig()['initial_accumulator_value']; // 0.1
 * ```
 * @see Keras `keras.optimizers.Adagrad`; Duchi, Hazan and Singer, 2011, Adaptive Subgradient Methods.
 * @id adagrad
 */
export const adagrad: OptimizerFactory<AdagradConfig> = /* @__PURE__ */ defineOptimizer<
  AdagradConfig,
  AdagradSlots
>({
  className: 'Adagrad',
  defaults: { initialAccumulatorValue: 0.1, epsilon: 1e-7 },
  floats: ['initialAccumulatorValue', 'epsilon'],
  slots: ({ initialAccumulatorValue: initial }) => [[{ slot: 'accumulator', initial }]],
  step({ gradient, variable, slots, learningRate }, { epsilon }) {
    const accumulator = add(slots.accumulator, square(gradient));
    const step = divide(multiply(learningRate, gradient), sqrt(add(accumulator, epsilon)));
    return { variable: subtract(variable, step), slots: { accumulator } };
  },
});
