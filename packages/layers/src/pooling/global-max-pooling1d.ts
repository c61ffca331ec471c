import type { LayerFactory } from '@myelin/core';
import { max } from '@myelin/ops';
import { type GlobalPoolingOptions, defineGlobalPooling } from './internal/define-global-pooling.js';

/** Options of {@link globalMaxPooling1d}. */
export type GlobalMaxPooling1dConfig = GlobalPoolingOptions;

/**
 * The largest element of each feature over all steps: `y = max x[t]`.
 *
 * Says whether something was found anywhere in the sequence, not how much of it or when. Elements that tie share the
 * gradient. As in Keras, masked steps count, too.
 *
 * Input `[batch, steps, features]` → output `[batch, features]`. No weights; the output has no mask.
 *
 * @example
 * ```ts
 * globalMaxPooling1d()(tensor([[[1, 10], [3, 5]]])); // [[3, 10]]
 * ```
 * @see Keras `keras.layers.GlobalMaxPooling1D`
 * @id GlobalMaxPool1D
 */
export const globalMaxPooling1d: LayerFactory<GlobalMaxPooling1dConfig> = /* @__PURE__ */ defineGlobalPooling(
  {
    className: 'GlobalMaxPooling1D',
    axes: 1,
    reduce: max,
  },
);
