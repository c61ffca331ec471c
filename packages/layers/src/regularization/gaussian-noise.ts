import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import { add, multiply, randomNormal } from '@myelin/ops';
import { nextDraw, seedFor, upToOne } from '../internal/chance.js';

/** Options of {@link gaussianNoise}. */
export interface GaussianNoiseConfig extends LayerConfig {
  /** Standard deviation of the noise: from 0 to 1. */
  stddev: number;
  /** Makes the draws repeatable by themselves; null takes them from `setSeed`. @defaultValue null */
  seed?: number | null;
}

/**
 * Adds noise in training: `y = x + stddev · n`, where `n` has the standard normal distribution.
 *
 * Against overfitting, and to train autoencoders that take noise away: no two epochs see the same examples. At inference
 * `y = x`.
 *
 * Any shape → the same shape. No weights; the state of the random numbers is neither counted nor saved.
 *
 * @example
 * ```ts
 * gaussianNoise({ stddev: 0.5 })(tensor([1, 2])); // [1, 2]
 * ```
 * @throws ArgumentError for a deviation outside 0 to 1.
 * @see Keras `keras.layers.GaussianNoise`
 */
export const gaussianNoise: LayerFactory<GaussianNoiseConfig> = /* @__PURE__ */ defineLayer({
  className: 'GaussianNoise',
  required: ['stddev'],
  supportsMasking: true,
  defaults: { seed: null },
  floats: ['stddev'],
  resolve: { stddev: upToOne('stddev') },
  build: ({ config, addSeed }) => ({ seed: seedFor(config.stddev, config.seed, addSeed) }),

  call(x, context) {
    const draw = nextDraw(context);
    return draw === null ? x : add(x, multiply(randomNormal(draw, x.shape), context.config.stddev));
  },
});
