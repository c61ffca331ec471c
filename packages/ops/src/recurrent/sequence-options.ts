import { type Tensor, add, reshape, slice } from '@tensorflow/tfjs-core';

/** Options of the recurrences over whole sequences. */
export interface SequenceOptions {
  /** Which steps count, `[steps, batch]`; at the others the states stay as they are. @defaultValue null */
  readonly mask?: Tensor | null;
  /** Whether the output holds the state after every step, or after the last one only. @defaultValue false */
  readonly returnSequences?: boolean;
  /** Whether the states after the last step are wanted. @defaultValue true */
  readonly returnState?: boolean;
}

/** What a recurrence over a whole sequence returns. */
export interface SequenceResult {
  /** The hidden state after every step, `[steps, batch, units]`, or after the last one, `[batch, units]`. */
  readonly output: Tensor;
  /** The states after the last step; none unless they were asked for. */
  readonly states: readonly Tensor[];
}

/**
 * States before every step, of those before and after: `[steps + 1, ...]` → `[steps, ...]`.
 *
 * @internal
 */
export function statesBefore(states: Tensor): Tensor {
  const [count = 1, ...rest] = states.shape;
  return slice(
    states,
    states.shape.map(() => 0),
    [count - 1, ...rest],
  );
}

/** @internal */
function statesAfter(states: Tensor): Tensor {
  const [count = 1, ...rest] = states.shape;
  return slice(states, [1, ...rest.map(() => 0)], [count - 1, ...rest]);
}

/** @internal */
function lastState(states: Tensor): Tensor {
  const [count = 1, ...rest] = states.shape;
  return reshape(slice(states, [count - 1, ...rest.map(() => 0)], [1, ...rest]), rest);
}

/**
 * What is differentiated of a recurrence: its output, then its last states.
 *
 * @internal
 */
export function outputsOf(
  states: readonly Tensor[],
  { returnSequences = false, returnState = true }: SequenceOptions,
): Tensor[] {
  const [hidden] = states as [Tensor];
  const output = returnSequences ? statesAfter(hidden) : lastState(hidden);
  return [output, ...(returnState ? states.map(lastState) : [])];
}

/**
 * Gradients by those outputs, as the kernels take them: by the hidden states of all steps, and by the last states.
 *
 * @internal
 */
export function upstreamOf(
  [dOutput, ...dStates]: readonly Tensor[],
  { returnSequences = false }: SequenceOptions,
): { dSequence: Tensor | null; dStates: readonly (Tensor | null)[] } {
  const output = dOutput as Tensor;
  const [dHidden = null, ...others] = dStates;
  if (returnSequences) return { dSequence: output, dStates: [dHidden, ...others] };
  return { dSequence: null, dStates: [dHidden === null ? output : add(dHidden, output), ...others] };
}
