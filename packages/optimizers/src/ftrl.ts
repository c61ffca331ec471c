import { add, clip, divide, multiply, power, square, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type OptimizerFactory, defineOptimizer } from './define-optimizer.js';
import { expect } from './internal/check-options.js';

/** Options of {@link ftrl}. */
export interface FtrlConfig {
  /** Exponent `p` by which steps shrink with the sum of squares; 0 keeps their size. @defaultValue -0.5 */
  learningRatePower?: number;
  /** What the sums of squares start from. @defaultValue 0.1 */
  initialAccumulatorValue?: number;
  /** `l1`: drives weights to exactly zero. @defaultValue 0 */
  l1RegularizationStrength?: number;
  /** `l2`: keeps weights small. @defaultValue 0 */
  l2RegularizationStrength?: number;
  /** `s`: as `l2`, but only through the gradient, `g + 2 · s · w`. @defaultValue 0 */
  l2ShrinkageRegularizationStrength?: number;
  /** `β` of the paper. @defaultValue 0 */
  beta?: number;
}

interface FtrlSlots {
  accumulator: Tensor;
  linear: Tensor;
}

/**
 * Follows the regularized leader: each weight is the best one for all gradients so far and the penalties.
 *
 * `n' = n + g²`, `z' = z + g - (n'⁻ᵖ - n⁻ᵖ) / learningRate · w`, and
 * `w = (clip(z', -l1, l1) - z') / ((β + n'⁻ᵖ) / learningRate + 2 · l2)`. Made for sparse linear models. The value of a
 * weight does not outlive the first update: it is recomputed from `z`.
 *
 * Slots, in saved order: `accumulator` and `linear` of each weight.
 *
 * @example
 * ```ts
 * ftrl({ l1RegularizationStrength: 0.01 }).getConfig()['learning_rate_power']; // -0.5
 * ```
 * @throws ArgumentError for a positive `learningRatePower`, a negative strength or a negative first sum.
 * @see Keras `keras.optimizers.Ftrl`; McMahan et al., 2013, Ad Click Prediction, algorithm 1.
 * @id ftrl
 */
export const ftrl: OptimizerFactory<FtrlConfig> = /* @__PURE__ */ defineOptimizer<FtrlConfig, FtrlSlots>({
  className: 'Ftrl',
  defaults: {
    learningRatePower: -0.5,
    initialAccumulatorValue: 0.1,
    l1RegularizationStrength: 0,
    l2RegularizationStrength: 0,
    l2ShrinkageRegularizationStrength: 0,
    beta: 0,
  },
  wireNames: {
    l1RegularizationStrength: 'l1_regularization_strength',
    l2RegularizationStrength: 'l2_regularization_strength',
    l2ShrinkageRegularizationStrength: 'l2_shrinkage_regularization_strength',
  },
  floats: [
    'learningRatePower',
    'initialAccumulatorValue',
    'l1RegularizationStrength',
    'l2RegularizationStrength',
    'l2ShrinkageRegularizationStrength',
    'beta',
  ],
  check(config) {
    const { learningRatePower } = config;
    expect('Ftrl', 'learningRatePower up to 0', learningRatePower, learningRatePower <= 0);
    for (const option of notNegative) expect('Ftrl', `${option} from 0`, config[option], config[option] >= 0);
  },
  slots: ({ initialAccumulatorValue: initial }) => [[{ slot: 'accumulator', initial }, 'linear']],
  step({ gradient, variable, slots, learningRate }, config) {
    const { l1RegularizationStrength: l1, l2RegularizationStrength: l2, beta } = config;
    const root = (squares: Tensor): Tensor => power(squares, -config.learningRatePower);
    const shrinkage = multiply(2 * config.l2ShrinkageRegularizationStrength, variable);
    const accumulator = add(slots.accumulator, square(gradient));
    const growth = divide(subtract(root(accumulator), root(slots.accumulator)), learningRate);
    const linear = add(slots.linear, subtract(add(gradient, shrinkage), multiply(growth, variable)));
    const curvature = add(divide(add(root(accumulator), beta), learningRate), 2 * l2);
    const beyond = subtract(clip(linear, { xMin: -l1, xMax: l1 }), linear);
    return { variable: divide(beyond, curvature), slots: { accumulator, linear } };
  },
});

const notNegative = [
  'initialAccumulatorValue',
  'l1RegularizationStrength',
  'l2RegularizationStrength',
  'l2ShrinkageRegularizationStrength',
] as const;
