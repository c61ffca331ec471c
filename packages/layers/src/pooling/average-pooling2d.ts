import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import { averagePool } from '@myelin/ops';
import { checkWindow } from '../internal/check-window.js';
import { type DataFormat, type Padding, dataFormat, padding } from '../internal/one-of.js';
import { poolStrides } from '../internal/pool-strides.js';
import { type Pair, positivePair } from '../internal/positive-integer.js';

/** Options of {@link averagePooling2d}. */
export interface AveragePooling2dConfig extends LayerConfig {
  /** Rows and columns of the window. @defaultValue [2, 2] */
  poolSize?: number | Pair;
  /** Steps of the window, down and across; null is the size of the window. @defaultValue null */
  strides?: number | Pair | null;
  /**
   * `'valid'`: windows lie within the image; `'same'`: windows reach over its border, the output is as large as the
   * input over the stride. @defaultValue 'valid'
   */
  padding?: Padding;
  /** Where the channels are. @defaultValue 'channels_last' */
  dataFormat?: DataFormat | null;
}

/**
 * The mean of each window: `y[i, j] = Σ x[i·s + m, j·s + n] / n`.
 *
 * Makes images smaller and smoother. With `padding: 'same'` what lies outside of the image does not count.
 *
 * Input `[batch, height, width, channels]` → output `[batch, newHeight, newWidth, channels]`. No weights.
 *
 * @example
 * ```ts
 * averagePooling2d()(tensor([[[[1], [2]], [[3], [4]]]])); // [[[[2.5]]]]
 * ```
 * @throws ShapeError when the image is smaller than the window.
 * @see Keras `keras.layers.AveragePooling2D`
 * @id AvgPool2D
 */
export const averagePooling2d: LayerFactory<AveragePooling2dConfig> = /* @__PURE__ */ defineLayer({
  className: 'AveragePooling2D',
  defaults: { poolSize: 2, strides: null, padding: 'valid', dataFormat: 'channels_last' },
  resolve: { poolSize: positivePair('poolSize'), strides: poolStrides, padding, dataFormat },
  inputSpec: () => ({ rank: 4 }),
  build: () => ({}),

  call(x, { config, who }) {
    checkWindow(x.shape, { size: config.poolSize, ...config }, who);
    return averagePool(x, config);
  },
});
