import type { LayerFactory } from '@myelin/core';
import { type SpatialDropoutNdConfig, defineSpatialDropout } from './internal/spatial-dropout.js';

/** Options of {@link spatialDropout3d}. */
export type SpatialDropout3dConfig = SpatialDropoutNdConfig;

/**
 * Drops whole channels of volumes by chance in training; the others are divided by `1 - rate`.
 *
 * In the place of dropout after convolutions: neighbouring places are alike, so that a single one that is missing is
 * made up for by those around it. The expected value stays the same; at inference `y = x`.
 *
 * Input `[batch, depth, rows, columns, channels]`, or with the channels in front → the same shape. No weights; the state of the random numbers is neither
 * counted nor saved.
 *
 * @example
 * ```ts
 * spatialDropout3d({ rate: 0.5 })(ones([1, 3, 3, 3, 2])).shape; // [1, 3, 3, 3, 2]
 * ```
 * @throws ArgumentError for a rate outside 0 to 1.
 * @see Keras `keras.layers.SpatialDropout3D`; Tompson et al., 2014, arXiv 1411.4280.
 */
export const spatialDropout3d: LayerFactory<SpatialDropout3dConfig> = /* @__PURE__ */ defineSpatialDropout({
  className: 'SpatialDropout3D',
  axes: 3,
});
