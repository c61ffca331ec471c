import type { LayerFactory } from '@myelin/core';
import { mean } from '@myelin/ops';
import { type GlobalPoolingOptions, defineGlobalPooling } from './internal/define-global-pooling.js';

/** Options of {@link globalAveragePooling2d}. */
export type GlobalAveragePooling2dConfig = GlobalPoolingOptions;

/**
 * The mean of each channel over the whole image: `y = Σ x[i, j] / n`.
 *
 * After the last convolution, in the place of `flatten`: far fewer weights follow, and images may have any size.
 *
 * Input `[batch, height, width, channels]` → output `[batch, channels]`. No weights.
 *
 * @example
 * ```ts
 * globalAveragePooling2d()(tensor([[[[1], [2]], [[3], [4]]]])); // [[2.5]]
 * ```
 * @see Keras `keras.layers.GlobalAveragePooling2D`; Lin, Chen and Yan, 2013, arXiv 1312.4400, section 3.2.
 * @id GlobalAvgPool2D
 */
export const globalAveragePooling2d: LayerFactory<GlobalAveragePooling2dConfig> =
  /* @__PURE__ */ defineGlobalPooling({
    className: 'GlobalAveragePooling2D',
    axes: 2,
    reduce: mean,
  });
