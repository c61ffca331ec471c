import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import { pad } from '@myelin/ops';
import { type DataFormat, dataFormat } from '../internal/one-of.js';
import { type Border, borders, onAllAxes } from './internal/borders.js';

/** Options of {@link zeroPadding3d}. */
export interface ZeroPadding3dConfig extends LayerConfig {
  /** Places added on all sides; or a number for each axis, or `[before, after]` for each. @defaultValue 1 */
  padding?: number | readonly [number | Border, number | Border, number | Border];
  /** Where the channels are. @defaultValue 'channels_last' */
  dataFormat?: DataFormat | null;
}

/**
 * Zeros around volumes.
 *
 * For windows of convolutions that are to reach over the border in another way than `padding` of them offers.
 *
 * Input `[batch, depth, height, width, channels]` → output `[batch, newDepth, newHeight, newWidth, channels]`. No weights.
 *
 * @example
 * ```ts
 * zeroPadding3d({ padding: [0, 0, 1] })(ones([1, 1, 1, 1, 1])); // [[[[[0], [1], [0]]]]]
 * ```
 * @see Keras `keras.layers.ZeroPadding3D`
 */
export const zeroPadding3d: LayerFactory<ZeroPadding3dConfig> = /* @__PURE__ */ defineLayer({
  className: 'ZeroPadding3D',
  defaults: { padding: 1, dataFormat: 'channels_last' },
  resolve: { padding: borders('padding', 3), dataFormat },
  inputSpec: () => ({ rank: 5 }),
  build: () => ({}),

  call: (x, { config }) => pad(x, { padWidth: onAllAxes(config.padding, config.dataFormat) }),
});
