import { type LayerFactory, defineLayer } from '@myelin/core';
import { dataFormat } from '../internal/one-of.js';
import { nextDraw, upToOne } from '../internal/chance.js';
import { type SpatialDropoutNdConfig, dropChannels, writtenBare } from './internal/spatial-dropout.js';

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
export const spatialDropout3d: LayerFactory<SpatialDropout3dConfig> = /* @__PURE__ */ defineLayer({
  className: 'SpatialDropout3D',
  required: ['rate'],
  supportsMasking: true,
  defaults: { dataFormat: null, seed: null },
  floats: ['rate'],
  resolve: { rate: upToOne('rate'), dataFormat },
  writeConfig: writtenBare,
  inputSpec: () => ({ rank: 5 }),
  build: ({ config, addSeed }) => ({ seed: config.rate > 0 ? addSeed(config.seed) : null }),
  call: (x, context) => dropChannels(x, nextDraw(context), context.config.rate, context.config.dataFormat),
});
