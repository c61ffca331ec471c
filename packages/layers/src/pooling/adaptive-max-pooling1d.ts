import type { LayerFactory } from '@myelin/core';
import { adaptiveMaxPool } from '@myelin/ops';
import type { Single } from '../internal/positive-sizes.js';
import { type AdaptivePoolingOptions, defineAdaptivePooling } from './internal/define-adaptive-pooling.js';

/** Options of {@link adaptiveMaxPooling1d}. */
export type AdaptiveMaxPooling1dConfig = AdaptivePoolingOptions<Single>;

/**
 * The largest element of each of as many windows as the output has places: along the steps of length `n`, window `i` goes from
 * `⌊i · n / outputSize⌋` up to `⌈(i + 1) · n / outputSize⌉`.
 *
 * So that sequences of any size give outputs of one size, for the dense layers that follow. Windows may overlap.
 *
 * Input `[batch, steps, channels]` → output `[batch, outputSize, channels]`. No weights.
 *
 * @example
 * ```ts
 * adaptiveMaxPooling1d({ outputSize: 2 })(tensor([[[1], [3], [2]]])); // [[[3], [3]]]
 * ```
 * @see Keras `keras.layers.AdaptiveMaxPooling1D`
 */
export const adaptiveMaxPooling1d: LayerFactory<AdaptiveMaxPooling1dConfig> =
  /* @__PURE__ */ defineAdaptivePooling({
    className: 'AdaptiveMaxPooling1D',
    axes: 1,
    pool: adaptiveMaxPool,
  });
