import { ArgumentError } from '@myelin/core';

/** A factor of a penalty. @throws ArgumentError when it is negative or no number. */
export function factor(option: string, given: number): number {
  if (given >= 0 && given < Infinity) return given;
  throw new ArgumentError({
    who: 'regularizer',
    expected: `\`${option}\` to be a number from 0`,
    got: String(given),
  });
}
