import { type Tree, flatten, mapTree } from '@myelin/core';
import { type Tensor, stack } from '@tensorflow/tfjs-core';
import { unstack } from '../unstack.js';

/**
 * A function on each row of tensors: its results, stacked.
 *
 * It runs once for each row, in a program, too, which then has as many copies of it; gradients go through all that it uses.
 * Where rows are many, write it for whole tensors, or use `scan`.
 *
 * `[rows, ...]`, or lists or records of such → `[rows, ...]`, or lists or records of such.
 *
 * @example
 * ```ts
 * map((x) => multiply(x, x), tensor([1, 2, 3])); // [1, 4, 9]
 * ```
 * @see Keras `keras.ops.map`
 */
export function map<X extends Tree<Tensor>, Y extends Tree<Tensor>>(f: (x: X) => Y, xs: X): Y {
  const columns = flatten<Tensor>(xs).map((x) => unstack(x));
  const rowAt = (i: number): X => withLeaves(xs, columns.map((column) => column[i] as Tensor)); // prettier-ignore
  const results = (columns[0] ?? []).map((_, i) => f(rowAt(i)));
  const leaves = results.map((result) => flatten<Tensor>(result));
  const stacked = (leaves[0] ?? []).map((_, i) => stack(leaves.map((row) => row[i] as Tensor)));
  return withLeaves(results[0] as Y, stacked);
}

function withLeaves<T extends Tree<Tensor>>(tree: T, leaves: readonly Tensor[]): T {
  const left = [...leaves];
  return mapTree<Tensor, Tensor>(tree, () => left.shift() as Tensor) as T;
}
