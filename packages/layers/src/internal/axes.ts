import { ArgumentError } from '@myelin/core';

/** The resolver of an `axis` that may be several. */
export function oneOrMoreAxes(given: number | readonly number[], who: string): number | readonly number[] {
  const axes = listOfAxes(given);
  if (axes.length > 0 && axes.every(Number.isSafeInteger)) return given;
  throw new ArgumentError({
    who,
    expected: '`axis` to be a whole number or several of them',
    got: JSON.stringify(given),
  });
}

/** One axis as a list of one. */
export function listOfAxes(given: number | readonly number[]): readonly number[] {
  return typeof given === 'number' ? [given] : given;
}

/** Axes in ascending order of the numbers given, as Keras orders the axes of weights. */
export function ascending(given: number | readonly number[]): readonly number[] {
  return [...listOfAxes(given)].sort((a, b) => a - b);
}

/** Axes that count from the first. */
export function fromFirst(axes: readonly number[], rank: number): readonly number[] {
  return axes.map((axis) => (axis + rank) % rank);
}
