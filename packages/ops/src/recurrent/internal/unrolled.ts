import { type Tensor, expandDims, stack, unstack, where } from '@tensorflow/tfjs-core';

/** What one step returns: the next states, and what the gradient needs. */
interface StepResult {
  readonly states: readonly Tensor[];
  readonly kept: readonly Tensor[];
}

/**
 * Runs a step for every step of a sequence; where the mask is false the states stay as they are.
 *
 * Returns each state before the first step and after every step, `[steps + 1, ...]`, then what was kept,
 * `[steps, ...]`.
 */
export function unrolled(
  projected: Tensor,
  first: readonly Tensor[],
  mask: Tensor | undefined,
  step: (given: Tensor, states: readonly Tensor[]) => StepResult,
): Tensor[] {
  const masks = stepMasks(mask);
  const states = [first];
  const kept: (readonly Tensor[])[] = [];
  unstack(projected).forEach((given, index) => {
    const before = states[index] ?? first;
    const next = step(given, before);
    const lives = masks?.[index];
    states.push(
      lives === undefined
        ? next.states
        : next.states.map((state, i) => where(lives, state, before[i] as Tensor)),
    );
    kept.push(next.kept);
  });
  return [...stacked(states), ...stacked(kept)];
}

/** The mask of every step, `[batch, 1]`, from `[steps, batch]`. */
export function stepMasks(mask: Tensor | undefined): Tensor[] | null {
  return mask === undefined ? null : unstack(expandDims(mask, 2));
}

function stacked(rows: readonly (readonly Tensor[])[]): Tensor[] {
  return (rows[0] ?? []).map((_, i) => stack(rows.map((row) => row[i] as Tensor)));
}
