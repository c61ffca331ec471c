import { NdArray, type InitializerFactory, defineInitializer, shapeSize, uniformArray } from '@myelin/core';
import { type SeedConfig, streamOf } from './internal/draw.js';
import { computeFans } from './internal/fans.js';

/**
 * Uniform in `[-limit, limit)` with `limit = √(6 / (fanIn + fanOut))`: keeps the variance of signals and gradients.
 *
 * @example
 * ```ts
 * glorotUniform({ seed: 1 })([2, 4]).shape; // [2, 4]
 * ```
 * @see Keras `keras.initializers.GlorotUniform`; Glorot and Bengio, 2010.
 * @id glorot_uniform
 */
export const glorotUniform: InitializerFactory<SeedConfig> = /* @__PURE__ */ defineInitializer<SeedConfig>({
  className: 'GlorotUniform',
  defaults: { seed: null },
  call(shape, { seed }) {
    const { fanIn, fanOut } = computeFans(shape);
    const limit = Math.sqrt(6 / (fanIn + fanOut));
    const values = uniformArray(streamOf(seed), shapeSize(shape));
    return new NdArray(
      values.map((u) => (2 * u - 1) * limit),
      shape,
    );
  },
});
