import { type LayerConfig, type LayerFactory, defineLayer, isStatic, shapeSize } from '@myelin/core';
import { reshape, transpose } from '@myelin/ops';
import { type DataFormat, dataFormat } from '../internal/one-of.js';

/** Options of {@link flatten}. */
export interface FlattenConfig extends LayerConfig {
  /**
   * Where the channels are; with `'channels_first'` they move last before flattening. @defaultValue 'channels_last'
   */
  dataFormat?: DataFormat | null;
}

/**
 * All axes but the batch as one: `[batch, a, b, ...]` → `[batch, a · b · ...]`.
 *
 * Between convolutions, whose output is an image, and dense layers, which take columns. A batch of single numbers
 * `[batch]` becomes `[batch, 1]`. No weights.
 *
 * @example
 * ```ts
 * flatten()(ones([2, 1, 3])); // [[1, 1, 1], [1, 1, 1]]
 * ```
 * @see Keras `keras.layers.Flatten`
 */
export const flatten: LayerFactory<FlattenConfig> = /* @__PURE__ */ defineLayer({
  className: 'Flatten',
  defaults: { dataFormat: 'channels_last' },
  resolve: { dataFormat },
  inputSpec: () => ({ minRank: 1 }),
  build: () => ({}),

  call(x, { config }) {
    const [batch = 0, ...example] = x.shape;
    const axes = x.shape.map((_, axis) => axis);
    const last =
      config.dataFormat === 'channels_first' && x.rank > 2
        ? transpose(x, { axes: [0, ...axes.slice(2), 1] })
        : x;
    return reshape(last, { newshape: [batch, shapeSize(example)] });
  },

  computeOutputShape([batch = null, ...example]) {
    return [batch, isStatic(example) ? shapeSize(example) : null];
  },
});
