import type { LayerFactory } from '@myelin/core';
import { max } from '@myelin/ops';
import { type GlobalPoolingOptions, defineGlobalPooling } from './internal/define-global-pooling.js';

/** Options of {@link globalMaxPooling2d}. */
export type GlobalMaxPooling2dConfig = GlobalPoolingOptions;

/**
 * The largest element of each channel over the whole image: `y = max x[i, j]`.
 *
 * Says whether something was found anywhere, not how much of it or where. Elements that tie share the gradient.
 *
 * Input `[batch, height, width, channels]` → output `[batch, channels]`. No weights.
 *
 * @example
 * ```ts
 * globalMaxPooling2d()(tensor([[[[1], [2]], [[3], [4]]]])); // [[4]]
 * ```
 * @see Keras `keras.layers.GlobalMaxPooling2D`
 * @id GlobalMaxPool2D
 */
export const globalMaxPooling2d: LayerFactory<GlobalMaxPooling2dConfig> = /* @__PURE__ */ defineGlobalPooling(
  {
    className: 'GlobalMaxPooling2D',
    axes: 2,
    reduce: max,
  },
);
