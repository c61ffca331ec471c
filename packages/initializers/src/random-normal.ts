import { type InitializerFactory, NdArray, defineInitializer, shapeSize } from '@myelin/core';
import { type SeedConfig, drawNormal, streamOf } from './internal/draw.js';

/** Options of {@link randomNormal}. */
export interface RandomNormalConfig extends SeedConfig {
  /** @defaultValue 0 */
  mean?: number;
  /** Standard deviation. @defaultValue 0.05 */
  stddev?: number;
}

/**
 * Normal: `mean + stddev · z`.
 *
 * @example
 * ```ts
 * randomNormal({ stddev: 1, seed: 1 })([3]).shape; // [3]
 * ```
 * @see Keras `keras.initializers.RandomNormal`
 * @id random_normal normal
 */
export const randomNormal: InitializerFactory<RandomNormalConfig> =
  /* @__PURE__ */ defineInitializer<RandomNormalConfig>({
    className: 'RandomNormal',
    defaults: { mean: 0, stddev: 0.05, seed: null },
    floats: ['mean', 'stddev'],
    call: (shape, { mean, stddev, seed }) =>
      new NdArray(drawNormal(streamOf(seed), shapeSize(shape), mean, stddev), shape),
  });
