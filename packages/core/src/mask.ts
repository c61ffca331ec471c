import { type Tensor, clone, keep } from '@tensorflow/tfjs-core';
import { SymbolicTensor } from './symbolic.js';
import { type Tree, flatten, mapTree } from './tree.js';

/** `T` with a mask, or null for none, in the place of every tensor. */
export type MaskOf<T> =
  Tree<Tensor> extends T
    ? Tree<Tensor | null>
    : T extends Tensor
      ? Tensor | null
      : T extends readonly unknown[]
        ? { readonly [K in keyof T]: MaskOf<T[K]> }
        : null;

/** Masks as a call takes them: of tensors, or of symbolic tensors. */
export type AnyMask = Tree<Tensor | SymbolicTensor | null>;

/**
 * Which steps of a sequence count, as the layer that made the tensor said: bool `[batch, steps]`, or null where all do.
 *
 * The mask of a tensor is disposed with it.
 *
 * @example
 * ```ts
 * import { tensor } from '@tensorflow/tfjs-core';
 * maskOf(tensor([1, 2])); // null
 * ```
 * @see Keras `_keras_mask`
 */
export function maskOf<X extends Tensor | SymbolicTensor>(
  x: X,
): (X extends SymbolicTensor ? SymbolicTensor : Tensor) | null {
  const mask = SymbolicTensor.isSymbolic(x) ? x.mask : x.kerasMask;
  return (mask ?? null) as (X extends SymbolicTensor ? SymbolicTensor : Tensor) | null;
}

/**
 * Says which steps of a tensor count. The tensor gets a mask of its own, as long-lived as itself.
 *
 * For a layer that finds output and mask together; else `computeMask` does it.
 */
export function attachMask(x: Tensor, mask: Tensor): void {
  // tfjs-core disposes this one with its tensor, also at the end of a tidy that the tensor does not outlive.
  const own = keep(clone(mask));
  x.kerasMask?.dispose();
  x.kerasMask = own;
}

/** The same values with this mask; the given tensor keeps its own. */
export function withMask(x: Tensor, mask: Tensor | null): Tensor {
  if (mask === null || x.kerasMask === mask) return x;
  const masked = clone(x);
  attachMask(masked, mask);
  return masked;
}

/** Takes the mask off tensors, for good. */
export function dropMasks(xs: Tree<Tensor>): void {
  for (const x of flatten<Tensor | null>(xs)) {
    if (x === null) continue;
    x.kerasMask?.dispose();
    delete x.kerasMask;
  }
}

/** The same values without a mask: for layers that use masks by themselves. */
export function withoutMask(x: Tensor): Tensor {
  return maskOf(x) === null ? x : clone(x);
}

/** Tensors with these masks, leaf by leaf; those for which there is none keep what they have. */
export function withMasks(xs: Tree<Tensor>, masks: Tree<Tensor | null>): Tree<Tensor> {
  const flat = flatten(masks);
  let next = 0;
  return mapTree(xs, (x) => withMask(x, flat[next++] ?? null));
}

/** Whether at least one tensor is masked. */
export function hasMask(masks: AnyMask): boolean {
  return flatten<Tensor | SymbolicTensor | null>(masks).some((mask) => mask !== null);
}
