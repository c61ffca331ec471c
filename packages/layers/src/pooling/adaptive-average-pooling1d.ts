import type { LayerFactory } from '@myelin/core';
import { adaptiveAveragePool } from '@myelin/ops';
import type { Single } from '../internal/positive-sizes.js';
import { type AdaptivePoolingOptions, defineAdaptivePooling } from './internal/define-adaptive-pooling.js';

/** Options of {@link adaptiveAveragePooling1d}. */
export type AdaptiveAveragePooling1dConfig = AdaptivePoolingOptions<Single>;

/**
 * The mean of each of as many windows as the output has places: along the steps of length `n`, window `i` goes from
 * `⌊i · n / outputSize⌋` up to `⌈(i + 1) · n / outputSize⌉`.
 *
 * So that sequences of any size give outputs of one size, for the dense layers that follow. Windows may overlap.
 *
 * Input `[batch, steps, channels]` → output `[batch, outputSize, channels]`. No weights.
 *
 * @example
 * ```ts
 * adaptiveAveragePooling1d({ outputSize: 2 })(tensor([[[1], [3], [2]]])); // [[[2], [2.5]]]
 * ```
 * @see Keras `keras.layers.AdaptiveAveragePooling1D`
 */
export const adaptiveAveragePooling1d: LayerFactory<AdaptiveAveragePooling1dConfig> =
  /* @__PURE__ */ defineAdaptivePooling({
    className: 'AdaptiveAveragePooling1D',
    axes: 1,
    pool: adaptiveAveragePool,
  });
