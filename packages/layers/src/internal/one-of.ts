import { UnknownIdError, nearest } from '@myelin/core';

/** Where the channels of images are: Keras' names. */
export type DataFormat = 'channels_last' | 'channels_first';
/** What happens at the borders of images: Keras' names. */
export type Padding = 'valid' | 'same';

/** A resolver that refuses words other than these. */
export function oneOf<T extends string>(option: string, words: readonly T[]): (given: T, who: string) => T {
  return (given, who) => {
    if (words.includes(given)) return given;
    const near = nearest(given, words);
    throw new UnknownIdError({
      who,
      expected: `\`${option}\` to be one of ${words.map((word) => `"${word}"`).join(', ')}`,
      got: JSON.stringify(given),
      ...(near === undefined ? {} : { hint: `Did you mean "${near}"?` }),
    });
  };
}

/** The resolver of `dataFormat`; null, as in Python, is the default. */
export function dataFormat(given: DataFormat | null, who: string): DataFormat {
  return given === null ? 'channels_last' : format(given, who);
}
const format = /* @__PURE__ */ oneOf<DataFormat>('dataFormat', ['channels_last', 'channels_first']);

/** The resolver of `padding`. */
export const padding: (given: Padding, who: string) => Padding = /* @__PURE__ */ oneOf<Padding>('padding', [
  'valid',
  'same',
]);

/** The resolver of the padding of convolutions of sequences. */
export const causalPadding: (given: Padding | 'causal', who: string) => Padding | 'causal' =
  /* @__PURE__ */ oneOf<Padding | 'causal'>('padding', ['valid', 'same', 'causal']);
