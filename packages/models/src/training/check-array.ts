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
  const array = arrayOfNumbers(given, what, who);
  checkFinite(array, what, who);
  return array;
}

/** The same before it is checked that the numbers are finite. */
export function arrayOfNumbers(given: unknown, what: string, who: string): NdArray {
  return asFloat(
    readArray(given, what, who, (array) => NdArray.from(array)),
    what,
    who,
  );
}

/** An array of strings or numbers; plain numbers keep all their digits. */
export function exactArray(given: unknown, what: string, who: string): NdArray {
  return readArray(given, what, who, (array) => NdArray.exact(array));
}

function readArray(given: unknown, what: string, who: string, read: (array: ArrayLike) => NdArray): NdArray {
  // Callers without types hand anything over.
  if ((given ?? null) === null) throw new ArgumentError({ who, expected: `an array ${what}`, got: 'none' });
  const array = read(given as ArrayLike);
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

export function checkFinite(array: NdArray, what: string, who: string): void {
  const data = array.data as Exclude<TypedArray, BigInt64Array>;
  if (data instanceof Int32Array || areFinite(data)) return;
  const bad = data.findIndex((value: number) => !Number.isFinite(value));
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

const notFinite = [NaN, Infinity, -Infinity];
/** Up to so many numbers are searched sooner than the loop for more of them is warm. */
const few = 2 ** 16;

/** A zero times a finite number is a zero; four sums, because each addition waits for the one before it. */
function areFinite(data: Exclude<TypedArray, BigInt64Array>): boolean {
  if (data.length <= few) return !notFinite.some((value) => data.includes(value));
  let [a, b, c, d] = [0, 0, 0, 0];
  const whole = data.length - (data.length % 4);
  for (let i = 0; i < whole; i += 4) {
    a += 0 * (data[i] as number);
    b += 0 * (data[i + 1] as number);
    c += 0 * (data[i + 2] as number);
    d += 0 * (data[i + 3] as number);
  }
  for (let i = whole; i < data.length; i++) a += 0 * (data[i] as number);
  return a + b + c + d === 0;
}
