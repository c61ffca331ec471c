import { ArgumentError } from '@myelin/core';

/** @throws ArgumentError for an option that is there and is no whole number from 1 up. */
export function checkPositive(who: string, options: Readonly<Record<string, number | undefined>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || (Number.isInteger(value) && value >= 1)) continue;
    throw new ArgumentError({
      who,
      expected: `${name} to be a whole number from 1 up`,
      got: String(value),
    });
  }
}
