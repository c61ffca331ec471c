import type { LayerFactory } from '@myelin/core';
import { mean } from '@myelin/ops';
import { type GlobalPoolingOptions, defineGlobalPooling } from './internal/define-global-pooling.js';

/** Options of {@link globalAveragePooling3d}. */
export type GlobalAveragePooling3dConfig = GlobalPoolingOptions;

/**
 * The mean of each channel over the whole volume: `y = Σ x[i, j, k] / n`.
 *
 * After the last convolution, in the place of `flatten`: far fewer weights follow, and volumes may have any size.
 *
 * Input `[batch, depth, height, width, channels]` → output `[batch, channels]`. No weights.
 *
 * @example
 * ```ts
 * globalAveragePooling3d()(tensor([[[[[1], [2]], [[3], [4]]]]])); // [[2.5]]
 * ```
 * @see Keras `keras.layers.GlobalAveragePooling3D`
 * @id GlobalAvgPool3D
 */
export const globalAveragePooling3d: LayerFactory<GlobalAveragePooling3dConfig> =
  /* @__PURE__ */ defineGlobalPooling({
    className: 'GlobalAveragePooling3D',
    axes: 3,
    reduce: mean,
  });
