import {
  ArgumentError,
  type ArrayLike,
  DTypeError,
  NdArray,
  ShapeError,
  type TypedArray,
} from '@myelin/core';

/**
 * An array of finite numbers, float32 or int32.
 *
 * @param what - what it is, as errors name it: `` `x` ``.
 */
export function numericArray(given: unknown, what: string, who: string): NdArray {
  return checkNumbers(asFloat(toArray(given, what, who), what, who), what, who);
}

function toArray(given: unknown, what: string, who: string): NdArray {
  // Callers without types hand anything over.
  if ((given ?? null) === null) throw new ArgumentError({ who, expected: `an array ${what}`, got: 'none' });
  const array = NdArray.from(given as ArrayLike);
  if (array.size === 0)
    throw new ArgumentError({ who, expected: `at least one example in ${what}`, got: 'empty data' });
  if (array.rank === 0)
    throw new ShapeError({ who, expected: `an array ${what} of examples`, got: 'a single number' });
  return array;
}

function asFloat(array: NdArray, what: string, who: string): NdArray {
  if (array.dtype === 'string') {
    throw new DTypeError({
      who,
      expected: `numbers in ${what}`,
      got: 'strings',
      hint: 'Turn words and categories into numbers first, for example with `toCategorical`.',
    });
  }
  return array.dtype === 'int32' ? array : array.cast('float32');
}

function checkNumbers(array: NdArray, what: string, who: string): NdArray {
  const data = array.data as Exclude<TypedArray, BigInt64Array>;
  const bad = data.findIndex((value: number) => !Number.isFinite(value));
  if (bad === -1) return array;
  const place = [];
  for (let axis = array.rank - 1, rest = bad; axis >= 0; axis--) {
    const size = array.shape[axis] ?? 1;
    place.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  throw new ArgumentError({
    who,
    expected: `finite numbers in ${what}`,
    got: `${String(data[bad])} at [${place.join(', ')}]`,
    hint: 'Fill or drop missing values first.',
  });
}
