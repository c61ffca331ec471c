import { ArgumentError } from '@myelin/core';
import type { Model } from '@myelin/models';
import { type GenerateSequenceOptions, generateSequence } from './generate-sequence.js';
import { lettersOfNumbers, numbersOfLetters } from './internal/letters.js';

/** Options of {@link generateName}. */
export interface GenerateNameOptions extends Omit<GenerateSequenceOptions, 'prompt'> {
  /** How the name begins, in small letters from a to z. @defaultValue '' */
  readonly beginning?: string;
}

/**
 * Lets a model that has learned names from `encodeNames` write one, letter by letter.
 *
 * @example
 * ```ts
 * await useBackend(wasm());
 * const { model } = await pretrained('names-transformer');
 * const name = await generateName(model, { beginning: 'mar', temperature: 0.8, seed: 1 });
 * name.startsWith('mar'); // true
 * ```
 * @throws ArgumentError for a beginning with other characters, or one that leaves no room, and for a negative temperature.
 */
export async function generateName(model: Model, options: GenerateNameOptions = {}): Promise<string> {
  const { beginning = '', ...drawing } = options;
  if (!/^[a-z]*$/.test(beginning)) {
    throw new ArgumentError({
      who: 'generateName',
      expected: 'small letters from a to z',
      got: JSON.stringify(beginning),
    });
  }
  return lettersOfNumbers(await generateSequence(model, { ...drawing, prompt: numbersOfLetters(beginning) }));
}
