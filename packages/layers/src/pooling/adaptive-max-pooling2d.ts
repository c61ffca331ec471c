import type { LayerFactory } from '@myelin/core';
import { adaptiveMaxPool } from '@myelin/ops';
import type { Pair } from '../internal/positive-sizes.js';
import { type AdaptivePoolingOptions, defineAdaptivePooling } from './internal/define-adaptive-pooling.js';

/** Options of {@link adaptiveMaxPooling2d}. */
export type AdaptiveMaxPooling2dConfig = AdaptivePoolingOptions<Pair>;

/**
 * The largest element of each of as many windows as the output has places: along each axis of length `n`, window `i` goes from
 * `⌊i · n / outputSize⌋` up to `⌈(i + 1) · n / outputSize⌉`.
 *
 * So that images of any size give outputs of one size, for the dense layers that follow. Windows may overlap.
 *
 * Input `[batch, height, width, channels]` → output `[batch, ...outputSize, channels]`. No weights.
 *
 * @example
 * ```ts
 * adaptiveMaxPooling2d({ outputSize: 1 })(tensor([[[[1], [2]], [[3], [4]]]])); // [[[[4]]]]
 * ```
 * @see Keras `keras.layers.AdaptiveMaxPooling2D`
 */
export const adaptiveMaxPooling2d: LayerFactory<AdaptiveMaxPooling2dConfig> =
  /* @__PURE__ */ defineAdaptivePooling({
    className: 'AdaptiveMaxPooling2D',
    axes: 2,
    pool: adaptiveMaxPool,
  });
