import { ArgumentError, NdArray, nextSeed, uniformArray } from '@myelin/core';
import type { Model } from '@myelin/models';
import { drawIndex } from '../internal/draw-index.js';
import { temperedProbabilities } from '../text/tempered-probabilities.js';

/** Options of {@link generateSequence}. */
export interface GenerateSequenceOptions {
  /** What it begins with, after the start. @defaultValue [] */
  readonly prompt?: readonly number[];
  /** Below 1 the likely symbols are preferred, above 1 the others come up; 0 takes the likeliest. @defaultValue 1 */
  readonly temperature?: number;
  /** Makes the sequence repeatable. @defaultValue another one each time, from the seed that `setSeed` set */
  readonly seed?: number;
}

/**
 * Lets a model write a sequence, symbol by symbol, each drawn by `softmax(log p / temperature)`.
 *
 * The model has an input `[batch, length]` and says at each place how likely each symbol is to come next, as
 * {@link causalTransformer} does. Symbol 0 stands before the first one, and ends the sequence.
 *
 * @returns the prompt and what was written, without starts and ends: at most `length - 1` symbols.
 * @example
 * ```ts
 * await useBackend(wasm());
 * const model = causalTransformer({ symbols: 3, length: 5, units: 8 });
 * const written = await generateSequence(model, { prompt: [2], seed: 1 });
 * console.assert(written[0] === 2 && written.length < 5);
 * ```
 * @throws ArgumentError for a negative temperature, and for a prompt that leaves no room.
 */
export async function generateSequence(
  model: Model,
  options: GenerateSequenceOptions = {},
): Promise<number[]> {
  const { prompt = [], temperature = 1, seed = nextSeed() } = options;
  const length = model.inputs[0]?.shape[1] ?? 0;
  if (!(temperature >= 0)) throw wrong('a temperature from 0 up', String(temperature));
  if (prompt.length >= length - 1)
    throw wrong(`a prompt of less than ${length - 1} symbols`, `${prompt.length}`);
  const draws = uniformArray({ seed, offset: 0 }, length);
  const written = [...prompt];
  while (written.length < length - 1) {
    const given = Int32Array.from({ length }, (_, place) => written[place - 1] ?? 0);
    const { data, shape } = await model.predict(new NdArray(given, [1, length]), { verbose: 0 });
    const symbols = shape[2] ?? 0;
    const next = (data as Float32Array).subarray(written.length * symbols, (written.length + 1) * symbols);
    const symbol = drawIndex(temperedProbabilities(next, temperature), draws[written.length] ?? 0);
    if (symbol === 0) break;
    written.push(symbol);
  }
  return written;
}

function wrong(expected: string, got: string): ArgumentError {
  return new ArgumentError({ who: 'generateSequence', expected, got });
}
