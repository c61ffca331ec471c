import { ArgumentError } from '@myelin/core';

/** @throws ArgumentError unless the one option that is given is one of the known words. */
export function expectOneOf(
  who: string,
  given: Readonly<Record<string, string>>,
  known: readonly string[],
): void {
  for (const [option, word] of Object.entries(given)) {
    if (known.includes(word)) continue;
    throw new ArgumentError({
      who,
      expected: `\`${option}\` to be one of ${known.join(', ')}`,
      got: JSON.stringify(word),
    });
  }
}
