import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import { pad } from '@myelin/ops';
import { type DataFormat, dataFormat } from '../internal/one-of.js';
import { type Border, borders, onAllAxes } from './internal/borders.js';

/** Options of {@link zeroPadding2d}. */
export interface ZeroPadding2dConfig extends LayerConfig {
  /** Pixels added on all sides; or for rows and columns a number each, or `[[top, bottom], [left, right]]`. @defaultValue 1 */
  padding?: number | readonly [number | Border, number | Border];
  /** Where the channels are. @defaultValue 'channels_last' */
  dataFormat?: DataFormat | null;
}

/**
 * Zeros around images.
 *
 * For windows of convolutions that are to reach over the border in another way than `padding` of them offers: networks that
 * come from other frameworks add the same on all sides.
 *
 * Input `[batch, height, width, channels]` → output `[batch, newHeight, newWidth, channels]`. No weights.
 *
 * @example
 * ```ts
 * zeroPadding2d({ padding: [[0, 1], 1] })(tensor([[[[1]]]])); // [[[[0], [1], [0]], [[0], [0], [0]]]]
 * ```
 * @see Keras `keras.layers.ZeroPadding2D`
 */
export const zeroPadding2d: LayerFactory<ZeroPadding2dConfig> = /* @__PURE__ */ defineLayer({
  className: 'ZeroPadding2D',
  defaults: { padding: 1, dataFormat: 'channels_last' },
  resolve: { padding: borders('padding', 2), dataFormat },
  inputSpec: () => ({ rank: 4 }),
  build: () => ({}),

  call: (x, { config }) => pad(x, { padWidth: onAllAxes(config.padding, config.dataFormat) }),
});
