import {
  ArgumentError,
  type LayerConfig,
  type LayerFactory,
  ShapeError,
  defineLayer,
  formatShape,
} from '@myelin/core';
import { add, greaterEqual, multiply, randomUniform, tensor, where, zerosLike } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

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
  resolve: { rate, noiseShape },

  build({ config, addSeed }) {
    return { seed: config.rate > 0 ? addSeed(config.seed) : null };
  },

  call(x, { config, state, variables, training, update, who }) {
    if (!training || state.seed === null || variables.seed === null) return x;
    update(variables.seed, add(state.seed, tensor([0, 1], 'int32')));
    if (config.rate === 1) return zerosLike(x);
    const chances = randomUniform(state.seed, noiseOf(x, config.noiseShape, who));
    return multiply(x, where(greaterEqual(chances, config.rate), 1 / (1 - config.rate), 0));
  },
});

function noiseOf(x: Tensor, noise: readonly (number | null)[] | null, who: string): number[] {
  if (noise === null) return x.shape;
  if (noise.length === x.rank && noise.every((n, i) => n === null || n === 1 || n === x.shape[i])) {
    return noise.map((size, axis) => size ?? x.shape[axis] ?? 1);
  }
  throw new ShapeError({
    who,
    expected: `inputs that fit the noise shape ${formatShape(noise)}`,
    got: formatShape(x.shape),
  });
}

function rate(given: number, who: string): number {
  if (given >= 0 && given <= 1) return given;
  throw new ArgumentError({ who, expected: '`rate` to be from 0 to 1', got: String(given) });
}

function noiseShape(
  given: readonly (number | null)[] | null,
  who: string,
): readonly (number | null)[] | null {
  if (given?.every((size) => size === null || (Number.isSafeInteger(size) && size > 0)) ?? true) return given;
  throw new ArgumentError({
    who,
    expected: '`noiseShape` to hold positive whole numbers and null',
    got: JSON.stringify(given),
  });
}
