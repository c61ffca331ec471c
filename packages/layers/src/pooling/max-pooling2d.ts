import type { LayerFactory } from '@myelin/core';
import { maxPool } from '@myelin/ops';
import type { Pair } from '../internal/positive-sizes.js';
import { type PoolingOptions, definePooling } from './internal/define-pooling.js';

/** Options of {@link maxPooling2d}. */
export interface MaxPooling2dConfig extends PoolingOptions<Pair> {
  /** Rows and columns of the window. @defaultValue [2, 2] */
  poolSize?: number | Pair;
}

/**
 * The largest element of each window: `y[i, j] = max x[i·s + m, j·s + n]`.
 *
 * Makes images smaller and keeps what was found strongest, wherever in the window it was. On ties the gradient goes to
 * the first element.
 *
 * Input `[batch, height, width, channels]` → output `[batch, newHeight, newWidth, channels]`. No weights.
 *
 * @example
 * ```ts
 * maxPooling2d()(tensor([[[[1], [2]], [[3], [4]]]])); // [[[[4]]]]
 * ```
 * @throws ShapeError when the image is smaller than the window.
 * @see Keras `keras.layers.MaxPooling2D`
 * @id MaxPool2D
 */
export const maxPooling2d: LayerFactory<MaxPooling2dConfig> = /* @__PURE__ */ definePooling({
  className: 'MaxPooling2D',
  axes: 2,
  pool: maxPool,
  defaults: { poolSize: 2 },
});
