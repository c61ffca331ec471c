import type { LayerFactory } from '@myelin/core';
import { averagePool } from '@myelin/ops';
import type { Triple } from '../internal/positive-sizes.js';
import { type PoolingOptions, definePooling } from './internal/define-pooling.js';

/** Options of {@link averagePooling3d}. */
export interface AveragePooling3dConfig extends PoolingOptions<Triple> {
  /** Depth, rows and columns of the window. */
  poolSize: number | Triple;
}

/**
 * The mean of each window: `y[i, j, k] = Σ x[i·s + l, j·s + m, k·s + n] / n`.
 *
 * For scans and short films: makes them smaller and smoother. With `padding: 'same'` what lies outside of the volume does
 * not count.
 *
 * With `padding: 'same'` and strides larger than the window, windows begin at the border, as in images, and with XLA;
 * TensorFlow's kernel for processors begins within the volume.
 *
 * Input `[batch, depth, height, width, channels]` → output `[batch, newDepth, newHeight, newWidth, channels]`. No weights.
 *
 * @example
 * ```ts
 * averagePooling3d({ poolSize: 2 })(ones([1, 2, 2, 2, 1])); // [[[[[1]]]]]
 * ```
 * @throws ShapeError when the volume is smaller than the window.
 * @see Keras `keras.layers.AveragePooling3D`
 * @id AvgPool3D
 */
export const averagePooling3d: LayerFactory<AveragePooling3dConfig> = /* @__PURE__ */ definePooling({
  className: 'AveragePooling3D',
  axes: 3,
  pool: averagePool,
});
