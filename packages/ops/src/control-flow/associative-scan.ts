import { type Tree, flatten, mapTree } from '@myelin/core';
import { type Tensor, concat, reverse as reversed, slice } from '@tensorflow/tfjs-core';
import { fromStart } from '../internal/from-start.js';

export interface AssociativeScanOptions {
  /** Whether to begin with the last element. @defaultValue false */
  readonly reverse?: boolean;
  /** The axis along which elements are combined. @defaultValue 0 */
  readonly axis?: number;
}

/**
 * All elements so far, combined, at each place of an axis: `a, f(a, b), f(f(a, b), c), ...` for an `f` that is associative.
 *
 * `f` combines many places at once: it gets tensors with a part of the axis, and works on each of its places alone. Every
 * turn combines twice as far as the one before, so that there are as many turns as the length has binary digits.
 *
 * Tensors, or lists or records of such, with as many elements along `axis` → the same shapes.
 *
 * @example
 * ```ts
 * associativeScan((a, b) => multiply(a, b), tensor([1, 2, 3, 4])); // [1, 2, 6, 24]
 * ```
 * @see Keras `keras.ops.associative_scan`; Hillis and Steele, Data parallel algorithms, 1986.
 */
export function associativeScan<X extends Tree<Tensor>>(
  f: (a: X, b: X) => X,
  elems: X,
  { reverse = false, axis = 0 }: AssociativeScanOptions = {},
): X {
  const turned = (tree: X): X =>
    reverse ? (mapTree<Tensor, Tensor>(tree, (x) => reversed(x, [fromStart(axis, x.rank)])) as X) : tree;
  const length = flatten<Tensor>(elems)[0]?.shape.at(axis) ?? 0;
  let scanned = turned(elems);
  for (let distance = 1; distance < length; distance *= 2) scanned = combined(f, scanned, distance, axis);
  return turned(scanned);
}

/** Each element with the one that stands so far before it. */
function combined<X extends Tree<Tensor>>(f: (a: X, b: X) => X, elems: X, distance: number, axis: number): X {
  const part = (from: number, until: (length: number) => number): X =>
    mapTree<Tensor, Tensor>(elems, (x) => between(x, axis, from, until(x.shape.at(axis) ?? 0))) as X;
  const earlier = part(0, (length) => length - distance);
  const later = part(distance, (length) => length);
  const results = flatten<Tensor>(f(earlier, later));
  return mapTree<Tensor, Tensor>(
    part(0, () => distance),
    (first) => concat([first, results.shift() as Tensor], fromStart(axis, first.rank)),
  ) as X;
}

function between(x: Tensor, axis: number, from: number, until: number): Tensor {
  const place = fromStart(axis, x.rank);
  const begin = x.shape.map((_, i) => (i === place ? from : 0));
  const size = x.shape.map((whole, i) => (i === place ? until - from : whole));
  return slice(x, begin, size);
}
