import type { LayerFactory } from '@myelin/core';
import { adaptiveAveragePool } from '@myelin/ops';
import type { Pair } from '../internal/positive-sizes.js';
import { type AdaptivePoolingOptions, defineAdaptivePooling } from './internal/define-adaptive-pooling.js';

/** Options of {@link adaptiveAveragePooling2d}. */
export type AdaptiveAveragePooling2dConfig = AdaptivePoolingOptions<Pair>;

/**
 * The mean of each of as many windows as the output has places: along each axis of length `n`, window `i` goes from
 * `⌊i · n / outputSize⌋` up to `⌈(i + 1) · n / outputSize⌉`.
 *
 * So that images of any size give outputs of one size, for the dense layers that follow. Windows may overlap.
 *
 * Input `[batch, height, width, channels]` → output `[batch, ...outputSize, channels]`. No weights.
 *
 * @example
 * ```ts
 * adaptiveAveragePooling2d({ outputSize: [1, 2] })(tensor([[[[1], [2]], [[3], [4]]]])); // [[[[2], [3]]]]
 * ```
 * @see Keras `keras.layers.AdaptiveAveragePooling2D`
 */
export const adaptiveAveragePooling2d: LayerFactory<AdaptiveAveragePooling2dConfig> =
  /* @__PURE__ */ defineAdaptivePooling({
    className: 'AdaptiveAveragePooling2D',
    axes: 2,
    pool: adaptiveAveragePool,
  });
