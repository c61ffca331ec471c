import type { LayerFactory } from '@myelin/core';
import { adaptiveAveragePool } from '@myelin/ops';
import type { Triple } from '../internal/positive-sizes.js';
import { type AdaptivePoolingOptions, defineAdaptivePooling } from './internal/define-adaptive-pooling.js';

/** Options of {@link adaptiveAveragePooling3d}. */
export type AdaptiveAveragePooling3dConfig = AdaptivePoolingOptions<Triple>;

/**
 * The mean of each of as many windows as the output has places: along each axis of length `n`, window `i` goes from
 * `⌊i · n / outputSize⌋` up to `⌈(i + 1) · n / outputSize⌉`.
 *
 * So that volumes of any size give outputs of one size, for the dense layers that follow. Windows may overlap.
 *
 * Input `[batch, depth, height, width, channels]` → output `[batch, ...outputSize, channels]`. No weights.
 *
 * @example
 * ```ts
 * adaptiveAveragePooling3d({ outputSize: 1 })(ones([1, 2, 3, 4, 1])); // [[[[[1]]]]]
 * ```
 * @see Keras `keras.layers.AdaptiveAveragePooling3D`
 */
export const adaptiveAveragePooling3d: LayerFactory<AdaptiveAveragePooling3dConfig> =
  /* @__PURE__ */ defineAdaptivePooling({
    className: 'AdaptiveAveragePooling3D',
    axes: 3,
    pool: adaptiveAveragePool,
  });
