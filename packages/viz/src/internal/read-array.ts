import { ArgumentError, type ArrayLike, DTypeError, NdArray, ShapeError, formatShape } from '@myelin/core';

/** The numbers of an array `[n]` or `[n, 1]`, which is how models predict one number an example. */
export function readColumn(who: string, name: string, value: ArrayLike): number[] {
  const array = readNumeric(who, name, value);
  const { shape } = array;
  if (shape.length !== 1 && !(shape.length === 2 && shape[1] === 1)) {
    throw new ShapeError({ who, expected: `${name} of shape [n] or [n, 1]`, got: formatShape(shape) });
  }
  return Array.from(array.data, Number);
}

/** Class numbers from `[n]` or `[n, 1]`; of rows `[n, classes]` (probabilities, one-hot) the place of the largest. */
export function readClasses(
  who: string,
  name: string,
  value: ArrayLike,
): { classes: number[]; depth: number } {
  const array = readNumeric(who, name, value);
  const depth = array.shape[1] ?? 1;
  const rows =
    array.rank === 2 && depth > 1 ? largestOfRows(who, name, array, depth) : readColumn(who, name, array);
  rows.forEach((row, index) => {
    if (Number.isInteger(row) && row >= 0) return;
    throw new ArgumentError({
      who,
      expected: `${name} of whole numbers from 0`,
      got: `${row} at index ${index}`,
      hint: 'Turn the probability of a single output into a class first, for example `p > 0.5 ? 1 : 0`.',
    });
  });
  const largest = rows.reduce((most, row) => Math.max(most, row), 0);
  return { classes: rows, depth: Math.max(depth > 1 ? depth : 0, largest + 1) };
}

/** @throws ArgumentError when there is nothing to draw or the arrays do not belong together. */
export function requireSameLength(who: string, truth: number, predicted: number): void {
  if (truth !== predicted) {
    throw new ArgumentError({
      who,
      expected: 'truth and predicted of one length',
      got: `${truth} and ${predicted}`,
    });
  }
  if (truth === 0) throw new ArgumentError({ who, expected: 'at least one example', got: 'empty arrays' });
}

function readNumeric(who: string, name: string, value: ArrayLike): NdArray {
  const array = NdArray.from(value, needsDouble(value) ? 'float64' : undefined);
  if (array.dtype === 'string') throw new DTypeError({ who, expected: `numbers in ${name}`, got: 'strings' });
  return array;
}

/** Plain arrays hold doubles, which float32 would round. */
function needsDouble(value: ArrayLike): boolean {
  let first: unknown = value;
  while (Array.isArray(first)) first = first[0];
  return typeof first === 'number';
}

function largestOfRows(who: string, name: string, array: NdArray, depth: number): number[] {
  const values = Array.from(array.data, Number);
  return Array.from({ length: array.shape[0] ?? 0 }, (_, row) => {
    const scores = values.slice(row * depth, (row + 1) * depth);
    if (scores.some(Number.isNaN)) {
      throw new ArgumentError({ who, expected: `${name} without NaN`, got: `NaN in row ${row}` });
    }
    return scores.indexOf(Math.max(...scores));
  });
}
