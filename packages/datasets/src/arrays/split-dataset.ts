import { ArgumentError, type ArrayLike, NdArray, nextSeed, permutation } from '@myelin/core';
import { gatherRows } from './gather-rows.js';
import { toArrays } from './to-arrays.js';

export interface SplitDatasetOptions {
  /** Rows on the left: a fraction below 1 or a number of rows. Default: all that the right leaves. */
  readonly leftSize?: number;
  /** Rows on the right, taken from the end: a fraction below 1 or a number of rows. Default: all that the left leaves. */
  readonly rightSize?: number;
  /** Whether rows are drawn in random order. Default false. */
  readonly shuffle?: boolean;
  /** Makes the shuffle repeatable. Default: the seed that `setSeed` set. */
  readonly seed?: number;
}

/**
 * Splits arrays of equal length in two, row by row, for training and testing.
 *
 * Other than in Keras both sides are arrays again, ready for `fit` and `evaluate`; `fromArrays` makes pipelines of
 * them.
 *
 * @example
 * ```ts
 * const [train, test] = splitDataset({ x: [1, 2, 3, 4], y: [0, 1, 0, 1] }, { leftSize: 0.75 });
 * train.x.toArray(); // [1, 2, 3]
 * test.y.toArray();  // [1]
 * ```
 * @throws ArgumentError when no size is given, a side would be empty, or both need more rows than there are.
 * @see Keras `keras.utils.split_dataset`
 */
export function splitDataset<K extends string>(
  data: Readonly<Record<K, ArrayLike>>,
  options: SplitDatasetOptions,
): [left: Record<K, NdArray>, right: Record<K, NdArray>] {
  const { arrays, length } = toArrays(data, 'splitDataset');
  const [left, right] = splitSizes(options, length);
  const order = options.shuffle
    ? permutation({ seed: options.seed ?? nextSeed(), offset: 0 }, length)
    : Uint32Array.from({ length }, (_, i) => i);
  const side = (indices: Uint32Array): Record<K, NdArray> => {
    const entries = Object.entries<NdArray>(arrays).map(([name, array]) => [
      name,
      gatherRows(array, indices),
    ]);
    return Object.fromEntries(entries) as Record<K, NdArray>;
  };
  return [side(order.subarray(0, left)), side(order.subarray(length - right))];
}

function splitSizes(
  { leftSize, rightSize }: SplitDatasetOptions,
  length: number,
): [left: number, right: number] {
  const left = leftSize === undefined ? undefined : rowCount('leftSize', leftSize, length);
  const right = rightSize === undefined ? undefined : rowCount('rightSize', rightSize, length);
  if (left === undefined && right === undefined) throw wrong('leftSize or rightSize', 'neither');
  const sizes: [number, number] = [left ?? length - (right ?? 0), right ?? length - (left ?? 0)];
  if (Math.min(...sizes) === 0) throw wrong('rows on both sides', `${sizes.join(' and ')} of ${length} rows`);
  if (sizes[0] + sizes[1] > length)
    throw wrong(`sizes that add up to ${length} rows or less`, sizes.join(' and '));
  return sizes;
}

function rowCount(name: string, size: number, length: number): number {
  const fraction = size > 0 && size < 1;
  if (!fraction && !(Number.isInteger(size) && size > 0 && size < length)) {
    throw wrong(`${name} between 0 and 1, or a whole number of rows below ${length}`, String(size));
  }
  return fraction ? roundHalfEven(size * length) : size;
}

/** As Python rounds, so that splits have the sizes that Keras gives them. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  return value - floor === 0.5 ? floor + (floor % 2) : Math.round(value);
}

function wrong(expected: string, got: string): ArgumentError {
  return new ArgumentError({ who: 'splitDataset', expected, got });
}
