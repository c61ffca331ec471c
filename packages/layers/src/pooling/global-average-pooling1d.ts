import { type LayerFactory, defineLayer } from '@myelin/core';
import { cast, divide, expandDims, mean, sum, where } from '@myelin/ops';
import { dataFormat } from '../internal/one-of.js';
import type { GlobalPoolingOptions } from './internal/define-global-pooling.js';

/** Options of {@link globalAveragePooling1d}. */
export type GlobalAveragePooling1dConfig = GlobalPoolingOptions;

/**
 * The mean over all steps: `y = Σ x[t] / n`, of those that count if there is a mask.
 *
 * Turns a sequence into one vector, however long it is: after an embedding, a simple model of text. Where a mask lets no
 * step count, the mean is NaN, as in Keras.
 *
 * Input `[batch, steps, features]` → output `[batch, features]`. No weights; the output has no mask.
 *
 * @example
 * ```ts
 * globalAveragePooling1d()(tensor([[[1, 10], [3, 20]]])); // [[2, 15]]
 * ```
 * @see Keras `keras.layers.GlobalAveragePooling1D`
 * @id GlobalAvgPool1D
 */
export const globalAveragePooling1d: LayerFactory<GlobalAveragePooling1dConfig> = /* @__PURE__ */ defineLayer(
  {
    className: 'GlobalAveragePooling1D',
    defaults: { dataFormat: 'channels_last', keepdims: false },
    resolve: { dataFormat },
    takesMask: true,
    inputSpec: () => ({ rank: 3 }),
    build: () => ({}),

    call(x, { config, mask }) {
      const [axis, features] = config.dataFormat === 'channels_last' ? [1, 2] : [2, 1];
      const { keepdims } = config;
      if (mask === null) return mean(x, { axis, keepdims });
      const counts = expandDims(cast(mask, { dtype: 'float32' }), { axis: features });
      return divide(sum(where(counts, x, 0), { axis, keepdims }), sum(counts, { axis, keepdims }));
    },

    computeMask: () => null,
  },
);
