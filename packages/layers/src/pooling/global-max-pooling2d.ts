import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import { max } from '@myelin/ops';
import { type DataFormat, dataFormat } from '../internal/one-of.js';

/** Options of {@link globalMaxPooling2d}. */
export interface GlobalMaxPooling2dConfig extends LayerConfig {
  /** Where the channels are. @defaultValue 'channels_last' */
  dataFormat?: DataFormat | null;
  /** Whether the axes of rows and columns stay, with size 1. @defaultValue false */
  keepdims?: boolean;
}

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
export const globalMaxPooling2d: LayerFactory<GlobalMaxPooling2dConfig> = /* @__PURE__ */ defineLayer({
  className: 'GlobalMaxPooling2D',
  defaults: { dataFormat: 'channels_last', keepdims: false },
  resolve: { dataFormat },
  inputSpec: () => ({ rank: 4 }),
  build: () => ({}),

  call: (x, { config }) =>
    max(x, { axis: config.dataFormat === 'channels_last' ? [1, 2] : [2, 3], keepdims: config.keepdims }),
});
