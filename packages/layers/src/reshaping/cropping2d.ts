import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import { type DataFormat, dataFormat } from '../internal/one-of.js';
import { type Border, borders } from './internal/borders.js';
import { crop } from './internal/crop.js';

/** Options of {@link cropping2d}. */
export interface Cropping2dConfig extends LayerConfig {
  /** Pixels taken away on all sides; or for rows and columns a number each, or `[[top, bottom], [left, right]]`. @defaultValue [[0, 0], [0, 0]] */
  cropping?: number | readonly [number | Border, number | Border];
  /** Where the channels are. @defaultValue 'channels_last' */
  dataFormat?: DataFormat | null;
}

/**
 * Images without their borders.
 *
 * To bring images to one size before they are merged, as in a U-Net, or to leave out the border, where windows of
 * convolutions see padding.
 *
 * Input `[batch, height, width, channels]` → output `[batch, newHeight, newWidth, channels]`. No weights.
 *
 * @example
 * ```ts
 * cropping2d({ cropping: [[0, 1], 1] })(tensor([[[[1], [2], [3]], [[4], [5], [6]]]])); // [[[[2]]]]
 * ```
 * @throws ShapeError when nothing is left.
 * @see Keras `keras.layers.Cropping2D`
 */
export const cropping2d: LayerFactory<Cropping2dConfig> = /* @__PURE__ */ defineLayer({
  className: 'Cropping2D',
  defaults: { cropping: 0, dataFormat: 'channels_last' },
  resolve: { cropping: borders('cropping', 2), dataFormat },
  inputSpec: () => ({ rank: 4 }),
  build: () => ({}),

  call: (x, { config, who }) => crop(x, config.cropping, config.dataFormat, who),
});
