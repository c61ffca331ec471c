import { ArgumentError } from '@myelin/core';

/** A resolver that refuses sizes that are not positive whole numbers. */
export function positiveInteger(option: string): (given: number, who: string) => number {
  return (given, who) => {
    if (Number.isSafeInteger(given) && given > 0) return given;
    throw new ArgumentError({
      who,
      expected: `\`${option}\` to be a positive whole number`,
      got: String(given),
    });
  };
}
