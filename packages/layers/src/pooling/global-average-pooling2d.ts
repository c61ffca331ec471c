import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import { mean } from '@myelin/ops';
import { type DataFormat, dataFormat } from '../internal/one-of.js';

/** Options of {@link globalAveragePooling2d}. */
export interface GlobalAveragePooling2dConfig extends LayerConfig {
  /** Where the channels are. @defaultValue 'channels_last' */
  dataFormat?: DataFormat | null;
  /** Whether the axes of rows and columns stay, with size 1. @defaultValue false */
  keepdims?: boolean;
}

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
export const globalAveragePooling2d: LayerFactory<GlobalAveragePooling2dConfig> = /* @__PURE__ */ defineLayer(
  {
    className: 'GlobalAveragePooling2D',
    defaults: { dataFormat: 'channels_last', keepdims: false },
    resolve: { dataFormat },
    inputSpec: () => ({ rank: 4 }),
    build: () => ({}),

    call: (x, { config }) =>
      mean(x, {
        axis: config.dataFormat === 'channels_last' ? [1, 2] : [2, 3],
        keepdims: config.keepdims,
      }),
  },
);
