import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import { broadcastTo, expandDims } from '@myelin/ops';
import { positiveInteger } from '../internal/positive-integer.js';

/** Options of {@link repeatVector}. */
export interface RepeatVectorConfig extends LayerConfig {
  /** How many steps the output has. */
  n: number;
}

/**
 * A vector as every step of a sequence: `y[t] = x`.
 *
 * Between an encoder that reads a sequence into one vector and a recurrent decoder.
 *
 * Input `[batch, features]` → output `[batch, n, features]`. No weights.
 *
 * @example
 * ```ts
 * repeatVector({ n: 2 })(tensor([[1, 2]])); // [[[1, 2], [1, 2]]]
 * ```
 * @see Keras `keras.layers.RepeatVector`
 */
export const repeatVector: LayerFactory<RepeatVectorConfig> = /* @__PURE__ */ defineLayer({
  className: 'RepeatVector',
  required: ['n'],
  defaults: {},
  resolve: { n: positiveInteger('n') },
  inputSpec: () => ({ rank: 2 }),
  build: () => ({}),

  call(x, { config: { n } }) {
    const [batch = 0, features = 0] = x.shape;
    return broadcastTo(expandDims(x, { axis: 1 }), { shape: [batch, n, features] });
  },
});
