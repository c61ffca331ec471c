import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import { type DataFormat, dataFormat } from '../internal/one-of.js';
import { type Border, borders } from './internal/borders.js';
import { crop } from './internal/crop.js';

/** Options of {@link cropping3d}. */
export interface Cropping3dConfig extends LayerConfig {
  /** Places taken away on all sides; or a number for each axis, or `[before, after]` for each. @defaultValue [[1, 1], [1, 1], [1, 1]] */
  cropping?: number | readonly [number | Border, number | Border, number | Border];
  /** Where the channels are. @defaultValue 'channels_last' */
  dataFormat?: DataFormat | null;
}

/**
 * Volumes without their borders.
 *
 * To bring volumes to one size before they are merged, or to leave out the border, where windows of convolutions see
 * padding.
 *
 * Input `[batch, depth, height, width, channels]` → output `[batch, newDepth, newHeight, newWidth, channels]`. No weights.
 *
 * @example
 * ```ts
 * cropping3d({ cropping: [0, 0, 1] })(ones([1, 1, 1, 3, 1])); // [[[[[1]]]]]
 * ```
 * @throws ShapeError when nothing is left.
 * @see Keras `keras.layers.Cropping3D`
 */
export const cropping3d: LayerFactory<Cropping3dConfig> = /* @__PURE__ */ defineLayer({
  className: 'Cropping3D',
  defaults: { cropping: 1, dataFormat: 'channels_last' },
  resolve: { cropping: borders('cropping', 3), dataFormat },
  inputSpec: () => ({ rank: 5 }),
  build: () => ({}),

  call: (x, { config, who }) => crop(x, config.cropping, config.dataFormat, who),
});
