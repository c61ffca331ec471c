import { type NdArray, type TypedArray, shapeSize, stridesOf } from '@myelin/core';

/** Mean and variance of some numbers, for each place along the axes that are kept. */
export interface Moments {
  /** How many numbers each of them is of. */
  readonly count: number;
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

/** The moments of an array over all axes but these, which are in order. */
export function momentsOf(array: NdArray, kept: readonly number[]): Moments {
  const size = shapeSize(kept.map((axis) => array.shape[axis] ?? 1));
  const count = array.size / size;
  const sums = (term: (value: number, place: number) => number): Float64Array => {
    const into = new Float64Array(size);
    addUp(array, kept, into, term);
    return into;
  };
  const mean = sums((value) => value).map((sum) => sum / count);
  const squares = sums((value, place) => (value - (mean[place] as number)) ** 2);
  return { count, mean, variance: squares.map((sum) => sum / count) };
}

/** The moments of two groups of numbers together. */
export function mergeMoments(a: Moments, b: Moments): Moments {
  const count = a.count + b.count;
  const weight = b.count / count;
  const mean = a.mean.map((value, i) => value + ((b.mean[i] as number) - value) * weight);
  const spread = (moments: Moments, i: number): number =>
    (moments.variance[i] as number) + ((moments.mean[i] as number) - (mean[i] as number)) ** 2;
  const variance = mean.map((_, i) => spread(a, i) * (1 - weight) + spread(b, i) * weight);
  return { count, mean, variance };
}

function addUp(
  { data, shape }: NdArray,
  kept: readonly number[],
  into: Float64Array,
  term: (value: number, place: number) => number,
): void {
  const keptStrides = stridesOf(kept.map((axis) => shape[axis] ?? 1));
  const strides = shape.map((_, axis) => keptStrides[kept.indexOf(axis)] ?? 0);
  const numbers = data as Exclude<TypedArray, BigInt64Array>;
  const width = shape.at(-1) ?? 1;
  const step = strides.at(-1) ?? 0;
  for (let start = 0; start < numbers.length; start += width) {
    let rest = start / width;
    let place = 0;
    for (let axis = shape.length - 2; axis >= 0; axis--) {
      const length = shape[axis] as number;
      place += (rest % length) * (strides[axis] as number);
      rest = Math.floor(rest / length);
    }
    for (let i = start; i < start + width; i++, place += step) {
      into[place] = (into[place] as number) + term(Number(numbers[i]), place);
    }
  }
}
