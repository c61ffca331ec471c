import { countNonzero, ctcLoss, fullLike } from '@myelin/ops';
import { type LossFactory, defineLoss } from './define-loss.js';

/**
 * Connectionist temporal classification, for sequences of labels without places: how unlikely it is that the classes of
 * all steps, runs of one class drawn together and blanks left out, spell the labels.
 *
 * For speech and handwriting. Class 0 is the blank, so that labels count from 1; 0 pads them at the end. Labels that do
 * not fit into the steps cost 706.9, as in Keras.
 *
 * Labels `[batch, labels]` and logits `[batch, steps, classes]` → a scalar, or `[batch]` with the reduction `none`.
 *
 * @example
 * ```ts
 * ctc()(tensor([[1, 0]]), tensor([[[0, 0], [0, 0]]])); // 0.2877
 * ```
 * @throws ShapeError for other ranks.
 * @see Keras `keras.losses.CTC`; Graves et al., "Connectionist temporal classification", 2006.
 * @id ctc
 */
export const ctc: LossFactory<object> = /* @__PURE__ */ defineLoss<object>({
  className: 'CTC',
  id: 'ctc',
  defaults: {},
  call(yTrue, yPred) {
    const labels = countNonzero(yTrue, { axis: -1 });
    return ctcLoss(yTrue, yPred, labels, fullLike(labels, yPred.shape[1] ?? 0));
  },
});
