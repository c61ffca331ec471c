import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import { dropOut, nextDraw, noiseOf, noiseShape, seedFor, upToOne } from '../internal/chance.js';

/** Options of {@link dropout}. */
export interface DropoutConfig extends LayerConfig {
  /** The part of the elements that is dropped: from 0 to 1. */
  rate: number;
  /**
   * Shape in which chance decides, broadcast to the input; null is the size of the input on that axis.
   * `[null, 1, null]` drops the same channels at every place. @defaultValue null, each element by itself
   */
  noiseShape?: readonly (number | null)[] | null;
  /** Makes the draws repeatable by themselves; null takes them from `setSeed`. @defaultValue null */
  seed?: number | null;
}

/**
 * Drops elements by chance in training: `y = x · m / (1 - rate)`, where `m` is 0 with probability `rate`, else 1.
 *
 * Against overfitting: a layer cannot rely on single inputs. The expected value stays the same; at inference `y = x`.
 * Which elements go depends on the seed alone, on every backend alike, but differs from Python.
 *
 * Any shape → the same shape. No weights; the state of the random numbers is neither counted nor saved.
 *
 * @example
 * ```ts
 * dropout({ rate: 0.5 })(tensor([1, 2])); // [1, 2]
 * ```
 * @throws ArgumentError for a rate outside 0 to 1.
 * @see Keras `keras.layers.Dropout`; Srivastava et al., "Dropout", 2014.
 */
export const dropout: LayerFactory<DropoutConfig> = /* @__PURE__ */ defineLayer({
  className: 'Dropout',
  required: ['rate'],
  supportsMasking: true,
  defaults: { noiseShape: null, seed: null },
  floats: ['rate'],
  resolve: { rate: upToOne('rate'), noiseShape },
  build: ({ config, addSeed }) => ({ seed: seedFor(config.rate, config.seed, addSeed) }),

  call(x, context) {
    const { config, who } = context;
    const draw = nextDraw(context);
    return draw === null ? x : dropOut(x, draw, config.rate, noiseOf(x, config.noiseShape, who));
  },
});
