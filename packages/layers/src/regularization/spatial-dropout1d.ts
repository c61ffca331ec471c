import { type LayerFactory, defineLayer } from '@myelin/core';
import { nextDraw, seedFor, upToOne } from '../internal/chance.js';
import { writtenBare } from '../internal/written-bare.js';
import { type SpatialDropoutConfig, dropChannels } from './internal/spatial-dropout.js';

/** Options of {@link spatialDropout1d}. */
export type SpatialDropout1dConfig = SpatialDropoutConfig;

/**
 * Drops whole channels of sequences by chance in training; the others are divided by `1 - rate`.
 *
 * In the place of dropout after convolutions: neighbouring steps are alike, so that a single one that is missing is
 * made up for by those around it. The expected value stays the same; at inference `y = x`.
 *
 * Input `[batch, steps, channels]` → the same shape. No weights; the state of the random numbers is neither
 * counted nor saved.
 *
 * @example
 * ```ts
 * spatialDropout1d({ rate: 0.5 })(ones([1, 3, 2])).shape; // [1, 3, 2]
 * ```
 * @throws ArgumentError for a rate outside 0 to 1.
 * @see Keras `keras.layers.SpatialDropout1D`; Tompson et al., 2014, arXiv 1411.4280.
 */
export const spatialDropout1d: LayerFactory<SpatialDropout1dConfig> = /* @__PURE__ */ defineLayer({
  className: 'SpatialDropout1D',
  required: ['rate'],
  supportsMasking: true,
  defaults: { seed: null },
  floats: ['rate'],
  resolve: { rate: upToOne('rate') },
  writeConfig: writtenBare,
  inputSpec: () => ({ rank: 3 }),
  build: ({ config, addSeed }) => ({ seed: seedFor(config.rate, config.seed, addSeed) }),
  call: (x, context) => dropChannels(x, nextDraw(context), context.config.rate, 'channels_last'),
});
