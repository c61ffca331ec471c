import type { LayerFactory } from '@myelin/core';
import { maxPool } from '@myelin/ops';
import type { Triple } from '../internal/positive-sizes.js';
import { type PoolingOptions, definePooling } from './internal/define-pooling.js';

/** Options of {@link maxPooling3d}. */
export interface MaxPooling3dConfig extends PoolingOptions<Triple> {
  /** Depth, rows and columns of the window. @defaultValue [2, 2, 2] */
  poolSize?: number | Triple;
}

/**
 * The largest element of each window: `y[i, j, k] = max x[i·s + l, j·s + m, k·s + n]`.
 *
 * For scans and short films: makes them smaller and keeps what was found strongest. On ties the gradient goes to the first
 * element, as on accelerators and with XLA; TensorFlow's kernel for processors gives each of them the whole gradient.
 *
 * With `padding: 'same'` and strides larger than the window, windows begin at the border, as in images, and with XLA;
 * TensorFlow's kernel for processors begins within the volume.
 *
 * Input `[batch, depth, height, width, channels]` → output `[batch, newDepth, newHeight, newWidth, channels]`. No weights.
 *
 * @example
 * ```ts
 * maxPooling3d({ poolSize: [1, 2, 2] })(tensor([[[[[1], [2]], [[3], [4]]]]])); // [[[[[4]]]]]
 * ```
 * @throws ShapeError when the volume is smaller than the window.
 * @see Keras `keras.layers.MaxPooling3D`
 * @id MaxPool3D
 */
export const maxPooling3d: LayerFactory<MaxPooling3dConfig> = /* @__PURE__ */ definePooling({
  className: 'MaxPooling3D',
  axes: 3,
  pool: maxPool,
  defaults: { poolSize: 2 },
});
