import { ArgumentError } from '@myelin/core';

/** A resolver that refuses sizes that are not positive whole numbers. */
export function positiveInteger(option: string): (given: number, who: string) => number {
  return (given, who) => {
    if (isPositiveInteger(given)) return given;
    throw new ArgumentError({
      who,
      expected: `\`${option}\` to be a positive whole number`,
      got: String(given),
    });
  };
}

/** Whether it is a size or a count. */
export function isPositiveInteger(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) > 0;
}
