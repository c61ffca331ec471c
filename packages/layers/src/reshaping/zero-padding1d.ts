import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import { pad } from '@myelin/ops';
import { type DataFormat, dataFormat } from '../internal/one-of.js';
import { type Border, border, onAllAxes } from './internal/borders.js';

/** Options of {@link zeroPadding1d}. */
export interface ZeroPadding1dConfig extends LayerConfig {
  /** Steps added at both ends, or `[before, after]`. @defaultValue 1 */
  padding?: number | Border;
  /** Where the channels are. @defaultValue 'channels_last' */
  dataFormat?: DataFormat | null;
}

/**
 * Zeros around sequences.
 *
 * For windows of convolutions that are to reach over the ends of a sequence in another way than `padding` of them offers.
 *
 * Input `[batch, steps, features]` → output `[batch, newSteps, features]`. No weights.
 *
 * @example
 * ```ts
 * zeroPadding1d({ padding: [1, 0] })(tensor([[[1], [2]]])); // [[[0], [1], [2]]]
 * ```
 * @see Keras `keras.layers.ZeroPadding1D`
 */
export const zeroPadding1d: LayerFactory<ZeroPadding1dConfig> = /* @__PURE__ */ defineLayer({
  className: 'ZeroPadding1D',
  defaults: { padding: 1, dataFormat: 'channels_last' },
  resolve: { padding: border('padding'), dataFormat },
  inputSpec: () => ({ rank: 3 }),
  build: () => ({}),

  call: (x, { config }) => pad(x, { padWidth: onAllAxes([config.padding], config.dataFormat) }),
});
