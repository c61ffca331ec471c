import type { Tree } from '@myelin/core';

/** A list of one array is that array. */
export function bare<T>(arrays: Tree<T>): Tree<T> {
  return Array.isArray(arrays) && arrays.length === 1 ? (arrays[0] as Tree<T>) : arrays;
}
