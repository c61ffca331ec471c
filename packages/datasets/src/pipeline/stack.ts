import { ArgumentError, NdArray, ShapeError, allocate, formatShape } from '@myelin/core';
import { copyInto } from '../arrays/copy-into.js';
import { padAlike } from '../arrays/pad-alike.js';

/** What a batch of elements of type `T` looks like: every leaf becomes an array with one more axis in front. */
export type Batched<T> = T extends NdArray | number | boolean | string
  ? NdArray
  : { [K in keyof T]: Batched<T[K]> };

/**
 * Elements of one structure as one element of arrays: NdArrays `[...]` → `[n, ...]`, numbers, booleans and strings
 * → `[n]`, objects and lists member by member.
 *
 * @throws ShapeError when the elements differ in shape, ArgumentError when they differ in structure.
 */
export function stack<T>(elements: readonly T[]): Batched<T> {
  return stackAny(elements, '', stackArrays) as Batched<T>;
}

/**
 * As `stack`, but NdArrays are first filled up to the largest of them on every axis.
 *
 * @throws ShapeError when the elements differ in rank, ArgumentError when they differ in structure.
 */
export function stackPadded<T>(elements: readonly T[]): Batched<T> {
  return stackAny(elements, '', (arrays, path) => stackArrays(padAlike(arrays), path)) as Batched<T>;
}

type StackArrays = (arrays: readonly NdArray[], path: string) => NdArray;

function stackAny(elements: readonly unknown[], path: string, join: StackArrays): unknown {
  const first = elements[0];
  if (NdArray.isNdArray(first)) {
    if (elements.every((element) => NdArray.isNdArray(element))) return join(elements, path);
    throw mixed(path, 'arrays');
  }
  if (typeof first === 'number' || typeof first === 'boolean' || typeof first === 'string') {
    if (elements.every((element) => typeof element === typeof first))
      return NdArray.from(elements as number[]);
    throw mixed(path, `${typeof first}s`);
  }
  if (typeof first !== 'object' || first === null)
    throw mixed(path, 'arrays, numbers, booleans, strings or objects of them');
  const members = Object.keys(first).map((key) => {
    const inner = elements.map((element) => member(element, key, path));
    return [key, stackAny(inner, path === '' ? key : `${path}.${key}`, join)] as const;
  });
  return Array.isArray(first) ? members.map(([, value]) => value) : Object.fromEntries(members);
}

function stackArrays(arrays: readonly NdArray[], path: string): NdArray {
  const { shape, dtype, size } = arrays[0] ?? NdArray.zeros([0]);
  const data = allocate(dtype, arrays.length * size);
  arrays.forEach((array, i) => {
    if (formatShape(array.shape) !== formatShape(shape) || array.dtype !== dtype) {
      throw new ShapeError({
        who: where(path),
        expected: `elements of shape ${formatShape(shape)} and type ${dtype} as the first of the batch`,
        got: `${formatShape(array.shape)}, ${array.dtype}`,
        hint: 'Bring them to one shape with map() or padSequences() first, or fill them up with paddedBatch().',
      });
    }
    copyInto(data, i * size, array.data);
  });
  return new NdArray(data, [arrays.length, ...shape], dtype);
}

function member(element: unknown, key: string, path: string): unknown {
  if (typeof element === 'object' && element !== null && key in element)
    return (element as Record<string, unknown>)[key];
  throw mixed(path, `objects with the member "${key}"`);
}

function mixed(path: string, expected: string): ArgumentError {
  return new ArgumentError({
    who: where(path),
    expected: `${expected} in every element`,
    got: 'something else',
  });
}

function where(path: string): string {
  return path === '' ? 'batch' : `batch of \`${path}\``;
}
