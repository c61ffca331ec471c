import { ArgumentError } from '@myelin/core';

/** A resolver that refuses numbers below 0; null stays. */
export function notNegative<T extends number | null>(option: string): (given: T, who: string) => T {
  return (given, who) => {
    if (given === null || given >= 0) return given;
    throw new ArgumentError({ who, expected: `\`${option}\` to be 0 or more`, got: String(given) });
  };
}
