import { ArgumentError } from '@myelin/core';
import type { DataFormat } from '../../internal/one-of.js';

/** How much before and after, along one axis. */
export type Border = readonly [before: number, after: number];

/** The resolver of a border along one axis; `1` stands for `[1, 1]`. */
export function border(option: string): (given: number | Border, who: string) => Border {
  return (given, who) => {
    const both: unknown = typeof given === 'number' ? [given, given] : given;
    if (Array.isArray(both) && both.length === 2 && both.every(isCount)) return both as unknown as Border;
    throw refused(option, 'a whole number that is not negative, or two of them', given, who);
  };
}

/** The resolver of borders along several axes; a number stands for all of them. */
export function borders(
  option: string,
  axes: number,
): (given: number | readonly (number | Border)[], who: string) => readonly Border[] {
  const one = border(option);
  return (given, who) => {
    const all = typeof given === 'number' ? Array.from({ length: axes }, () => given) : given;
    if (Array.isArray(all) && all.length === axes) return all.map((axis: number | Border) => one(axis, who));
    throw refused(option, `a number, or ${axes} numbers or pairs of them`, given, who);
  };
}

/** Borders along all axes: none along those of the batch and of the channels. */
export function onAllAxes(around: readonly Border[], format: DataFormat): readonly Border[] {
  const none: Border = [0, 0];
  return format === 'channels_last' ? [none, ...around, none] : [none, none, ...around];
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function refused(option: string, what: string, given: unknown, who: string): ArgumentError {
  return new ArgumentError({ who, expected: `\`${option}\` to be ${what}`, got: JSON.stringify(given) });
}
