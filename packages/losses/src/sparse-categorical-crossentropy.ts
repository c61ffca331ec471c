import {
  sparseCategoricalCrossentropy as crossentropy,
  expandDims,
  notEqual,
  squeeze,
  where,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type LossFactory, defineLoss } from './define-loss.js';

/** Options of {@link sparseCategoricalCrossentropy}. */
export interface SparseCategoricalCrossentropyConfig {
  /** Whether predictions are logits instead of probabilities. @defaultValue false */
  fromLogits?: boolean;
  /** Targets of this class do not count: the void of segmentation masks, padding. @defaultValue null */
  ignoreClass?: number | null;
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
 * @see Keras `keras.losses.SparseCategoricalCrossentropy`
 * @id sparse_categorical_crossentropy
 */
export const sparseCategoricalCrossentropy: LossFactory<SparseCategoricalCrossentropyConfig> =
  /* @__PURE__ */ defineLoss<SparseCategoricalCrossentropyConfig>({
    className: 'SparseCategoricalCrossentropy',
    id: 'sparse_categorical_crossentropy',
    defaults: { fromLogits: false, ignoreClass: null },
    call(yTrue, yPred, { fromLogits, ignoreClass }) {
      const classes = withoutLastOne(yTrue, yPred);
      if (ignoreClass === null) return crossentropy(classes, yPred, { fromLogits });
      const counts = notEqual(classes, ignoreClass);
      const predictions = where(expandDims(counts, { axis: -1 }), yPred, 0);
      const values = crossentropy(where(counts, classes, 0), predictions, { fromLogits });
      return where(counts, values, 0);
    },
    mask: (yTrue, yPred, { ignoreClass }) =>
      ignoreClass === null ? null : notEqual(withoutLastOne(yTrue, yPred), ignoreClass),
  });

function withoutLastOne(classes: Tensor, yPred: Tensor): Tensor {
  return classes.rank === yPred.rank && classes.shape.at(-1) === 1 ? squeeze(classes, { axis: -1 }) : classes;
}
