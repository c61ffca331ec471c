import type { Tensor } from '@tensorflow/tfjs-core';
import type { AdamConfig } from './adam-config.js';
import { type OptimizerFactory, defineOptimizer } from './define-optimizer.js';
import { type AdamSlots, adamRule } from './internal/adam-rule.js';
import { expect } from './internal/check-options.js';

/**
 * Adam with weights that decay by themselves: `w = w - learningRate · weightDecay · w` before each step of `adam`.
 *
 * Unlike a penalty in the loss, the decay does not pass through Adam's averages. `weightDecay` is 0.004 by default;
 * biases and normalization weights are often excluded with `excludeFromWeightDecay`.
 *
 * Slots, in saved order: `momentum` and `velocity` of each weight, then every `velocity_hat` if `amsgrad`.
 *
 * @example
 * ```ts
 * adamW().getConfig()['weight_decay']; // 0.004
 * ```
 * @throws ArgumentError when `weightDecay` is null.
 * @see Keras `keras.optimizers.AdamW`; Loshchilov and Hutter, 2017, arXiv 1711.05101, algorithm 2.
 * @id adamw
 */
export const adamW: OptimizerFactory<AdamConfig> = /* @__PURE__ */ defineOptimizer<
  AdamConfig,
  AdamSlots,
  Tensor
>({
  className: 'AdamW',
  ...adamRule,
  defaults: { ...adamRule.defaults, weightDecay: 0.004 },
  check({ weightDecay }) {
    expect('AdamW', 'a number as weightDecay', weightDecay, weightDecay !== null);
  },
});
