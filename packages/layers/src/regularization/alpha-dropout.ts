import { type LayerConfig, type LayerFactory, type Shape, defineLayer } from '@myelin/core';
import { add, greaterEqual, multiply, randomUniform, where } from '@myelin/ops';
import { checkNotAll, nextDraw, noiseOf, noiseShape, seedFor, upToOne } from '../internal/chance.js';

/** Options of {@link alphaDropout}. */
export interface AlphaDropoutConfig extends LayerConfig {
  /** The part of the elements that is dropped: from 0 up to 1, and in training less than 1. */
  rate: number;
  /**
   * Shape in which chance decides, broadcast to the input; null is the size of the input on that axis.
   * @defaultValue null, each element by itself
   */
  noiseShape?: Shape | null;
  /** Makes the draws repeatable by themselves; null takes them from `setSeed`. @defaultValue null */
  seed?: number | null;
}

/** What `selu` approaches for very negative inputs: `-scale · alpha`. */
const saturated = -1.0507009873554805 * 1.6732632423543772;

/**
 * Dropout for networks with `selu`: by chance, elements become the value at which `selu` saturates, in training only.
 *
 * `y = a · d + b`, where `d` is `x`, or the saturated value -1.7581 with probability `rate`; `a` and `b` are such that
 * inputs with mean 0 and variance 1 keep both. At inference `y = x`.
 *
 * Any shape → the same shape. No weights; the state of the random numbers is neither counted nor saved.
 *
 * @example
 * ```ts
 * alphaDropout({ rate: 0.5 })(tensor([1, 2])); // [1, 2]
 * ```
 * @throws ArgumentError for a rate outside 0 to 1, and for a rate of 1 in training.
 * @see Keras `keras.layers.AlphaDropout`; Klambauer et al., 2017, arXiv 1706.02515.
 */
export const alphaDropout: LayerFactory<AlphaDropoutConfig> = /* @__PURE__ */ defineLayer({
  className: 'AlphaDropout',
  required: ['rate'],
  supportsMasking: true,
  defaults: { noiseShape: null, seed: null },
  floats: ['rate'],
  resolve: { rate: upToOne('rate'), noiseShape },
  build: ({ config, addSeed }) => ({ seed: seedFor(config.rate, config.seed, addSeed) }),

  call(x, context) {
    const { config, who } = context;
    const { rate } = config;
    const draw = nextDraw(context);
    if (draw === null) return x;
    checkNotAll(rate, who);
    const kept = greaterEqual(randomUniform(draw, noiseOf(x, config.noiseShape, who)), rate);
    const a = 1 / Math.sqrt((1 - rate) * (1 + rate * saturated ** 2));
    return add(multiply(where(kept, x, saturated), a), -a * saturated * rate);
  },
});
