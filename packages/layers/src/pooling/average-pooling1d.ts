import type { LayerFactory } from '@myelin/core';
import { averagePool } from '@myelin/ops';
import type { Single } from '../internal/positive-sizes.js';
import { type PoolingOptions, definePooling } from './internal/define-pooling.js';

/** Options of {@link averagePooling1d}. */
export interface AveragePooling1dConfig extends PoolingOptions<Single> {
  /** Steps of the window. */
  poolSize: number | Single;
}

/**
 * The mean of each window: `y[i] = Σ x[i·s + m] / n`.
 *
 * Makes sequences shorter and smoother. With `padding: 'same'` what lies outside of the sequence does not count.
 *
 * Input `[batch, steps, channels]` → output `[batch, newSteps, channels]`. No weights.
 *
 * @example
 * ```ts
 * averagePooling1d({ poolSize: 2 })(tensor([[[1], [3], [2], [0]]])); // [[[2], [1]]]
 * ```
 * @throws ShapeError when the sequence is shorter than the window.
 * @see Keras `keras.layers.AveragePooling1D`
 * @id AvgPool1D
 */
export const averagePooling1d: LayerFactory<AveragePooling1dConfig> = /* @__PURE__ */ definePooling({
  className: 'AveragePooling1D',
  axes: 1,
  pool: averagePool,
});
