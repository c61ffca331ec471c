import type { LayerFactory } from '@myelin/core';
import { maxPool } from '@myelin/ops';
import type { Single } from '../internal/positive-sizes.js';
import { type PoolingOptions, definePooling } from './internal/define-pooling.js';

/** Options of {@link maxPooling1d}. */
export interface MaxPooling1dConfig extends PoolingOptions<Single> {
  /** Steps of the window. @defaultValue [2] */
  poolSize?: number | Single;
}

/**
 * The largest element of each window: `y[i] = max x[i·s + m]`.
 *
 * Makes sequences shorter and keeps what was found strongest, wherever in the window it was. On ties the gradient goes to
 * the first element.
 *
 * Input `[batch, steps, channels]` → output `[batch, newSteps, channels]`. No weights.
 *
 * @example
 * ```ts
 * maxPooling1d()(tensor([[[1], [3], [2], [0]]])); // [[[3], [2]]]
 * ```
 * @throws ShapeError when the sequence is shorter than the window.
 * @see Keras `keras.layers.MaxPooling1D`
 * @id MaxPool1D
 */
export const maxPooling1d: LayerFactory<MaxPooling1dConfig> = /* @__PURE__ */ definePooling({
  className: 'MaxPooling1D',
  axes: 1,
  pool: maxPool,
  defaults: { poolSize: 2 },
});
