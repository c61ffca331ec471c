import { ArgumentError, NdArray, ShapeError, allocate, formatShape } from '@myelin/core';
import { copyInto } from '../arrays/copy-into.js';

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
  return stackAny(elements, '') as Batched<T>;
}

function stackAny(elements: readonly unknown[], path: string): unknown {
  const first = elements[0];
  if (NdArray.isNdArray(first)) return stackArrays(first, elements, path);
  if (typeof first === 'number' || typeof first === 'boolean' || typeof first === 'string') {
    if (elements.every((element) => typeof element === typeof first))
      return NdArray.from(elements as number[]);
    throw mixed(path, `${typeof first}s`);
  }
  if (typeof first !== 'object' || first === null)
    throw mixed(path, 'arrays, numbers, booleans, strings or objects of them');
  const members = Object.keys(first).map((key) => {
    const inner = elements.map((element) => member(element, key, path));
    return [key, stackAny(inner, path === '' ? key : `${path}.${key}`)] as const;
  });
  return Array.isArray(first) ? members.map(([, value]) => value) : Object.fromEntries(members);
}

function stackArrays(first: NdArray, elements: readonly unknown[], path: string): NdArray {
  const data = allocate(first.dtype, elements.length * first.size);
  elements.forEach((element, i) => {
    if (!NdArray.isNdArray(element)) throw mixed(path, 'arrays');
    if (formatShape(element.shape) !== formatShape(first.shape) || element.dtype !== first.dtype) {
      throw new ShapeError({
        who: where(path),
        expected: `elements of shape ${formatShape(first.shape)} and type ${first.dtype} as the first of the batch`,
        got: `${formatShape(element.shape)}, ${element.dtype}`,
        hint: 'Bring them to one shape with map() or padSequences() first.',
      });
    }
    copyInto(data, i * first.size, element.data);
  });
  return new NdArray(data, [elements.length, ...first.shape], first.dtype);
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
