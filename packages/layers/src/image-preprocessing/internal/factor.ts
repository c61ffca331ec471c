import { ArgumentError } from '@myelin/core';

/** A range that chance draws from: of a single number, the range on both sides of 0. */
export type Factor = number | readonly [number, number];
/** Where a range begins and ends. */
export type Range = readonly [number, number];

/** A resolver of ranges that reach into the bounds; a single number has to lie between them. */
export function factor(option: string, bounds: Range): (given: Factor, who: string) => Range {
  const [least, most] = bounds;
  return (given, who) => {
    if (typeof given !== 'number') {
      if (isPair(given) && given[0] <= most && given[1] >= least) return sorted(given);
    } else if (given >= least && given <= most) {
      return [Math.max(-Math.abs(given), least), Math.abs(given)];
    }
    throw refused(who, option, bounds, given);
  };
}

/** A resolver of factors whose numbers all lie within bounds; they stay as they were given. */
export function factorWithin<T extends Factor | null>(
  option: string,
  bounds: Range,
): (given: T, who: string) => T {
  const [least, most] = bounds;
  return (given, who) => {
    if (given === null) return given;
    const numbers: unknown = typeof given === 'number' ? [given, given] : given;
    if (isPair(numbers) && numbers.every((value) => value >= least && value <= most)) return given;
    throw refused(who, option, bounds, given);
  };
}

/** The range of a factor; a single number has one on both sides of 0. */
export function rangeOf(given: Factor): Range {
  return typeof given === 'number' ? [-Math.abs(given), Math.abs(given)] : sorted(given);
}

function sorted([first, second]: Range): Range {
  return first <= second ? [first, second] : [second, first];
}

function isPair(value: unknown): value is Range {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'number');
}

function refused(who: string, option: string, [least, most]: Range, given: unknown): ArgumentError {
  return new ArgumentError({
    who,
    expected: `\`${option}\` to be a number from ${least} to ${most}, or a range of two`,
    got: JSON.stringify(given),
  });
}
