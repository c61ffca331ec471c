import { type InitializerFactory, NdArray, defineInitializer, shapeSize } from '@myelin/core';
import { type SeedConfig, drawTruncatedNormal, streamOf } from './internal/draw.js';

/** Options of {@link truncatedNormal}. */
export interface TruncatedNormalConfig extends SeedConfig {
  /** @defaultValue 0 */
  mean?: number;
  /** Standard deviation before cutting off; that of the values is 0.88 times as large. @defaultValue 0.05 */
  stddev?: number;
}

/**
 * Normal, `mean + stddev · z`, where values with `|z| ≥ 2` are drawn again: no weight starts far out.
 *
 * @example
 * ```ts
 * truncatedNormal({ stddev: 1, seed: 1 })([3]).shape; // [3]
 * ```
 * @see Keras `keras.initializers.TruncatedNormal`
 * @id truncated_normal
 */
export const truncatedNormal: InitializerFactory<TruncatedNormalConfig> =
  /* @__PURE__ */ defineInitializer<TruncatedNormalConfig>({
    className: 'TruncatedNormal',
    defaults: { mean: 0, stddev: 0.05, seed: null },
    floats: ['mean', 'stddev'],
    call: (shape, { mean, stddev, seed }) =>
      new NdArray(drawTruncatedNormal(streamOf(seed), shapeSize(shape), mean, stddev), shape),
  });
