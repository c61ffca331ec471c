import type { LayerFactory } from '@myelin/core';
import { max } from '@myelin/ops';
import { type GlobalPoolingOptions, defineGlobalPooling } from './internal/define-global-pooling.js';

/** Options of {@link globalMaxPooling3d}. */
export type GlobalMaxPooling3dConfig = GlobalPoolingOptions;

/**
 * The largest element of each channel over the whole volume: `y = max x[i, j, k]`.
 *
 * Says whether something was found anywhere, not how much of it or where. Elements that tie share the gradient.
 *
 * Input `[batch, depth, height, width, channels]` → output `[batch, channels]`. No weights.
 *
 * @example
 * ```ts
 * globalMaxPooling3d()(tensor([[[[[1], [2]], [[3], [4]]]]])); // [[4]]
 * ```
 * @see Keras `keras.layers.GlobalMaxPooling3D`
 * @id GlobalMaxPool3D
 */
export const globalMaxPooling3d: LayerFactory<GlobalMaxPooling3dConfig> = /* @__PURE__ */ defineGlobalPooling(
  {
    className: 'GlobalMaxPooling3D',
    axes: 3,
    reduce: max,
  },
);
