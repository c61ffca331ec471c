import { cond, less } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** What the one of several functions returns whose number, a whole number of shape `[]`, was drawn; the others do not run. */
export function choose<const T extends Tensor | readonly Tensor[]>(
  choice: Tensor,
  branches: readonly (() => T)[],
  first = 0,
): T {
  const [only] = branches;
  if (branches.length === 1 && only !== undefined) return only();
  const half = Math.ceil(branches.length / 2);
  return cond(
    less(choice, first + half),
    () => choose(choice, branches.slice(0, half), first),
    () => choose(choice, branches.slice(half), first + half),
  );
}
