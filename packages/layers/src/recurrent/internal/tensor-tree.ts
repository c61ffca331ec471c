import { isTensor } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';

/** The tensors in a tree of records and lists, in order. */
export function tensorsIn(tree: unknown): Tensor[] {
  if (isTensor(tree)) return [tree];
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(tensorsIn) : [];
}

/** The same tree with these tensors in the place of its own. */
export function replaceTensors(tree: unknown, tensors: readonly Tensor[]): unknown {
  const rest = [...tensors];
  const replaced = (value: unknown): unknown => {
    if (isTensor(value)) return rest.shift();
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(replaced);
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, replaced(entry)]));
  };
  return replaced(tree);
}
