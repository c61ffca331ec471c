import { ArgumentError } from '@myelin/core';

/** @throws ArgumentError for what is no positive whole number; undefined is an option left out. */
export function checkCounts(who: string, counts: Readonly<Record<string, number | undefined>>): void {
  for (const [name, value] of Object.entries(counts)) {
    if (value === undefined || (Number.isSafeInteger(value) && value > 0)) continue;
    throw new ArgumentError({
      who,
      expected: `\`${name}\` to be a positive whole number`,
      got: String(value),
    });
  }
}
