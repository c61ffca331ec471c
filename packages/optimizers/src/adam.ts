import type { Tensor } from '@tensorflow/tfjs-core';
import type { AdamConfig } from './adam-config.js';
import { type OptimizerFactory, defineOptimizer } from './define-optimizer.js';
import { type AdamSlots, adamRule } from './internal/adam-rule.js';

/**
 * Steps in units of the gradient's own size: `w = w - α · m / (√v + epsilon)`.
 *
 * `m = beta1 · m + (1 - beta1) · g` and `v = beta2 · v + (1 - beta2) · g²` average the gradient `g` and its square, and
 * `α = learningRate · √(1 - beta2ᵗ) / (1 - beta1ᵗ)` makes up for their start from zero in step `t`. A good first choice
 * for most networks.
 *
 * Slots, in saved order: `momentum` and `velocity` of each weight, then every `velocity_hat` if `amsgrad`.
 *
 * @example
 * ```ts
 * adam().getConfig()['learning_rate']; // 0.0010000000474974513
 * ```
 * @see Keras `keras.optimizers.Adam`; Kingma and Ba, 2014, arXiv 1412.6980, end of section 2; AMSGrad: Reddi et al., 2018.
 * @id adam
 */
export const adam: OptimizerFactory<AdamConfig> = /* @__PURE__ */ defineOptimizer<
  AdamConfig,
  AdamSlots,
  Tensor
>({
  className: 'Adam',
  ...adamRule,
});
