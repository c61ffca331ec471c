import { add, divide, multiply, subtract, sum } from '@myelin/ops';
import { type LossFactory, defineLoss } from './define-loss.js';

/** Options of {@link dice} and `tversky`. */
export interface OverlapConfig {
  /** What makes one region: the axes that are added up; null for all, the batch included. @defaultValue null */
  axis?: number | readonly number[] | null;
}

/**
 * How little regions overlap: `l = 1 - 2 · Σ yTrue · yPred / (Σ yTrue + Σ yPred + 1e-7)`.
 *
 * For segmentation where what is sought is a small part of the image: unlike in a cross-entropy the many pixels that are
 * rightly nothing do not count.
 *
 * Two of one shape → a scalar, or with the reduction `none` the shape without `axis`.
 *
 * @example
 * ```ts
 * dice()(tensor([[1, 1, 0]]), tensor([[1, 0.5, 0.5]])); // 0.25
 * ```
 * @see Keras `keras.losses.Dice`; Milletari et al., "V-Net", 2016, arXiv 1606.04797.
 * @id dice
 */
export const dice: LossFactory<OverlapConfig> = /* @__PURE__ */ defineLoss<OverlapConfig>({
  className: 'Dice',
  id: 'dice',
  defaults: { axis: null },
  call(yTrue, yPred, { axis }) {
    const common = sum(multiply(yTrue, yPred), { axis });
    const both = add(sum(yTrue, { axis }), sum(yPred, { axis }));
    return subtract(1, divide(multiply(2, common), add(both, 1e-7)));
  },
});
