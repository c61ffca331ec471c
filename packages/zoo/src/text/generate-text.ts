import { ArgumentError, nextSeed, uniformArray } from '@myelin/core';
import type { Model } from '@myelin/models';
import { drawIndex } from '../internal/draw-index.js';
import { letterReader } from './letter-reader.js';
import { temperedProbabilities } from './tempered-probabilities.js';

/** Options of {@link generateText}. */
export interface GenerateTextOptions {
  /** The letters by their number in the model. */
  readonly vocabulary: readonly string[];
  /** How many letters are written. @defaultValue 200 */
  readonly length?: number;
  /** Below 1 the likely letters are preferred, above 1 the others come up; 0 takes the likeliest. @defaultValue 1 */
  readonly temperature?: number;
  /** Makes the text repeatable. @defaultValue another one each time, from the seed that `setSeed` set */
  readonly seed?: number;
  /** Told each letter as it is written, and how likely each letter was to come there, at temperature 1. */
  readonly onLetter?: (letter: string, probabilities: Float32Array) => void;
  /** Ends the text early. */
  readonly signal?: AbortSignal;
}

/**
 * Lets a model of letters write on from a beginning: it reads the prompt, draws a letter by the probabilities
 * `softmax(log p / temperature)`, reads that one, and so on.
 *
 * The model keeps what its recurrent layers remember from letter to letter. Letters of the prompt that it does not know are
 * passed over.
 *
 * @returns what was written, without the prompt.
 * @example
 * ```ts
 * await useBackend(wasm());
 * const vocabulary = ['a', 'b', ' '];
 * const model = characterModel({ vocabularySize: 3, dimensions: 2, units: 4 });
 * const text = await generateText(model, 'ab', { vocabulary, length: 10, seed: 1 });
 * text.length; // 10
 * ```
 * @throws ArgumentError for a prompt without a letter that the model knows, and for a negative temperature.
 */
export async function generateText(
  model: Model,
  prompt: string,
  options: GenerateTextOptions,
): Promise<string> {
  const { vocabulary, length = 200, temperature = 1, seed = nextSeed(), onLetter, signal } = options;
  const known = Array.from(prompt, (letter) => vocabulary.indexOf(letter)).filter((number) => number >= 0);
  if (known.length === 0) {
    throw new ArgumentError({
      who: 'generateText',
      expected: 'a prompt with a letter of the vocabulary',
      got: JSON.stringify(prompt),
      hint: 'Where nothing is to be said first, an end of line is a good prompt.',
    });
  }
  const reader = await letterReader(model);
  let probabilities: Float32Array = new Float32Array();
  for (const number of known) probabilities = await reader.read(number);
  const draws = uniformArray({ seed, offset: 0 }, length);
  let written = '';
  for (const draw of draws.subarray(0, length)) {
    if (signal?.aborted === true) break;
    const number = drawIndex(temperedProbabilities(probabilities, temperature), draw);
    const letter = vocabulary[number] ?? '';
    onLetter?.(letter, probabilities);
    written += letter;
    probabilities = await reader.read(number);
  }
  return written;
}
