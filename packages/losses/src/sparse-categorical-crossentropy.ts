import { ArgumentError } from '@myelin/core';
import { sparseCategoricalCrossentropy as crossentropy, expandDims, notEqual, where } from '@myelin/ops';
import { type LossFactory, defineLoss } from './define-loss.js';
import { classIndices } from './internal/class-indices.js';

/** Options of {@link sparseCategoricalCrossentropy}. */
export interface SparseCategoricalCrossentropyConfig {
  /** Whether predictions are logits instead of probabilities. @defaultValue false */
  fromLogits?: boolean;
  /** Targets of this class do not count: the void of segmentation masks, padding. @defaultValue null */
  ignoreClass?: number | null;
  /** The axis of the classes: only the last one. @defaultValue -1 */
  axis?: -1;
}

/**
 * For targets that are class indices: `l = -log(yPred[yTrue])`.
 *
 * The same as `categoricalCrossentropy` of one-hot targets, without making them. After a softmax it works on the
 * logits, unless classes are ignored; other probabilities are held within 1e-7 and 1 - 1e-7, then made to sum to 1. A
 * class that does not exist gives NaN.
 *
 * Targets `[batch, ...]` or `[batch, ..., 1]` and predictions `[batch, ..., classes]` → a scalar, or `[batch, ...]` with
 * the reduction `none`.
 *
 * @example
 * ```ts
 * sparseCategoricalCrossentropy()(tensor([1]), tensor([[0.05, 0.95, 0]])); // 0.0513
 * ```
 * @throws ArgumentError for another axis than the last.
 * @see Keras `keras.losses.SparseCategoricalCrossentropy`
 * @id sparse_categorical_crossentropy
 */
export const sparseCategoricalCrossentropy: LossFactory<SparseCategoricalCrossentropyConfig> =
  /* @__PURE__ */ defineLoss<SparseCategoricalCrossentropyConfig>({
    className: 'SparseCategoricalCrossentropy',
    id: 'sparse_categorical_crossentropy',
    defaults: { fromLogits: false, ignoreClass: null, axis: -1 },
    unsaved: ['axis'],
    check({ axis }) {
      if ((axis as number) === -1) return;
      throw new ArgumentError({
        who: 'SparseCategoricalCrossentropy',
        expected: 'the last axis, -1',
        got: String(axis),
      });
    },
    call(yTrue, yPred, { fromLogits, ignoreClass }) {
      const classes = classIndices(yTrue, yPred.rank);
      if (ignoreClass === null) return crossentropy(classes, yPred, { fromLogits });
      const counts = notEqual(classes, ignoreClass);
      const predictions = where(expandDims(counts, { axis: -1 }), yPred, 0);
      const values = crossentropy(where(counts, classes, 0), predictions, { fromLogits });
      return where(counts, values, 0);
    },
    mask: (values, yTrue, { ignoreClass }) =>
      ignoreClass === null ? null : notEqual(classIndices(yTrue, values.rank + 1), ignoreClass),
  });
