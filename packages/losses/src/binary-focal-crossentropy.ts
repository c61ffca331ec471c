import {
  add,
  attachLogits,
  binaryCrossentropy as crossentropy,
  mean,
  multiply,
  power,
  sigmoid,
  subtract,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { BinaryCrossentropyConfig } from './binary-crossentropy.js';
import { type LossFactory, defineLoss } from './define-loss.js';
import { smoothed } from './internal/smoothed.js';

/** Options of {@link binaryFocalCrossentropy}. */
export interface BinaryFocalCrossentropyConfig extends BinaryCrossentropyConfig {
  /** Whether `alpha` counts. @defaultValue false */
  applyClassBalancing?: boolean;
  /** Weight of what is 1; that of what is 0 is `1 - alpha`. @defaultValue 0.25 */
  alpha?: number;
  /** How strongly what is predicted well already loses weight; 0 for not at all. @defaultValue 2 */
  gamma?: number;
}

/**
 * For targets of 0 and 1 of which one is rare: `l = Σ w · (1 - p)^gamma · -log(p) / n`, where `p` is the probability
 * given to what is true, and `w` 1, or with `applyClassBalancing` `alpha` for 1 and `1 - alpha` for 0.
 *
 * After a sigmoid the logarithm works on the logits; other probabilities are held within 1e-7 and 1 - 1e-7 there.
 *
 * `[batch, ..., n]` and `[batch, ..., n]` → a scalar, or `[batch, ...]` with the reduction `none`.
 *
 * @example
 * ```ts
 * binaryFocalCrossentropy()(tensor([[0, 1]]), tensor([[0.4, 0.6]])); // 0.0817
 * ```
 * @see Keras `keras.losses.BinaryFocalCrossentropy`; Lin et al., "Focal loss for dense object detection", 2017,
 *   arXiv 1708.02002, equation 5.
 * @id binary_focal_crossentropy
 */
export const binaryFocalCrossentropy: LossFactory<BinaryFocalCrossentropyConfig> =
  /* @__PURE__ */ defineLoss<BinaryFocalCrossentropyConfig>({
    className: 'BinaryFocalCrossentropy',
    id: 'binary_focal_crossentropy',
    defaults: {
      applyClassBalancing: false,
      alpha: 0.25,
      gamma: 2,
      fromLogits: false,
      labelSmoothing: 0,
      axis: -1,
    },
    floats: ['alpha', 'gamma', 'labelSmoothing'],
    call(yTrue, yPred, { applyClassBalancing, alpha, gamma, fromLogits, labelSmoothing, axis }) {
      const target = smoothed(yTrue, labelSmoothing, 0.5);
      const p = fromLogits ? attachLogits(sigmoid(yPred), yPred) : yPred;
      const focus = power(subtract(1, byTruth(target, p, subtract(1, p))), gamma);
      const focal = multiply(focus, crossentropy(target, p));
      const weighted = applyClassBalancing ? multiply(byTruth(target, alpha, 1 - alpha), focal) : focal;
      return mean(weighted, { axis });
    },
  });

/** `ofOne` where the target is 1, `ofZero` where it is 0, and in between what is in between. */
function byTruth(target: Tensor, ofOne: Tensor | number, ofZero: Tensor | number): Tensor {
  return add(multiply(target, ofOne), multiply(subtract(1, target), ofZero));
}
