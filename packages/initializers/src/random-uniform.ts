import { type InitializerFactory, NdArray, defineInitializer, shapeSize } from '@myelin/core';
import { type SeedConfig, drawUniform, streamOf } from './internal/draw.js';

/** Options of {@link randomUniform}. */
export interface RandomUniformConfig extends SeedConfig {
  /** The least value. @defaultValue -0.05 */
  minval?: number;
  /** What all values lie below. @defaultValue 0.05 */
  maxval?: number;
}

/**
 * Uniform in `[minval, maxval)`.
 *
 * @example
 * ```ts
 * randomUniform({ minval: 0, maxval: 1, seed: 1 })([3]).shape; // [3]
 * ```
 * @see Keras `keras.initializers.RandomUniform`
 * @id random_uniform uniform
 */
export const randomUniform: InitializerFactory<RandomUniformConfig> =
  /* @__PURE__ */ defineInitializer<RandomUniformConfig>({
    className: 'RandomUniform',
    defaults: { minval: -0.05, maxval: 0.05, seed: null },
    floats: ['minval', 'maxval'],
    call: (shape, { minval, maxval, seed }) =>
      new NdArray(drawUniform(streamOf(seed), shapeSize(shape), minval, maxval), shape),
  });
