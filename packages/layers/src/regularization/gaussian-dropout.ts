import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import { add, multiply, randomNormal } from '@myelin/ops';
import { checkNotAll, nextDraw, seedFor, upToOne } from '../internal/chance.js';

/** Options of {@link gaussianDropout}. */
export interface GaussianDropoutConfig extends LayerConfig {
  /** As strong as a dropout of this part of the elements: from 0 up to 1, and in training less than 1. */
  rate: number;
  /** Makes the draws repeatable by themselves; null takes them from `setSeed`. @defaultValue null */
  seed?: number | null;
}

/**
 * Multiplies by noise in training: `y = x · (1 + √(rate / (1 - rate)) · n)`, where `n` has the standard normal
 * distribution.
 *
 * The noise has the mean and the variance of that of dropout, but drops nothing. At inference `y = x`.
 *
 * Any shape → the same shape. No weights; the state of the random numbers is neither counted nor saved.
 *
 * @example
 * ```ts
 * gaussianDropout({ rate: 0.5 })(tensor([1, 2])); // [1, 2]
 * ```
 * @throws ArgumentError for a rate outside 0 to 1, and for a rate of 1 in training.
 * @see Keras `keras.layers.GaussianDropout`; Srivastava et al., "Dropout", 2014, section 10.
 */
export const gaussianDropout: LayerFactory<GaussianDropoutConfig> = /* @__PURE__ */ defineLayer({
  className: 'GaussianDropout',
  required: ['rate'],
  supportsMasking: true,
  defaults: { seed: null },
  floats: ['rate'],
  resolve: { rate: upToOne('rate') },
  build: ({ config, addSeed }) => ({ seed: seedFor(config.rate, config.seed, addSeed) }),

  call(x, context) {
    const { rate } = context.config;
    const draw = nextDraw(context);
    if (draw === null) return x;
    checkNotAll(rate, context.who);
    const deviation = Math.sqrt(rate / (1 - rate));
    return multiply(x, add(multiply(randomNormal(draw, x.shape), deviation), 1));
  },
});
