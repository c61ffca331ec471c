import type { LayerFactory } from '@myelin/core';
import { averagePool } from '@myelin/ops';
import type { Pair } from '../internal/positive-sizes.js';
import { type PoolingOptions, definePooling } from './internal/define-pooling.js';

/** Options of {@link averagePooling2d}. */
export interface AveragePooling2dConfig extends PoolingOptions<Pair> {
  /** Rows and columns of the window. */
  poolSize: number | Pair;
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
 * averagePooling2d({ poolSize: 2 })(tensor([[[[1], [2]], [[3], [4]]]])); // [[[[2.5]]]]
 * ```
 * @throws ShapeError when the image is smaller than the window.
 * @see Keras `keras.layers.AveragePooling2D`
 * @id AvgPool2D
 */
export const averagePooling2d: LayerFactory<AveragePooling2dConfig> = /* @__PURE__ */ definePooling({
  className: 'AveragePooling2D',
  axes: 2,
  pool: averagePool,
});
