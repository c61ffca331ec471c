import { Tensor } from '@tensorflow/tfjs-core';
import { ArgumentError } from './errors.js';
import type { CallOptions } from './layer.js';
import { SymbolicTensor } from './symbolic.js';
import { type Tree, flatten } from './tree.js';

type AnyTensor = Tensor | SymbolicTensor;

/**
 * Whether a layer is called on symbolic tensors, and not on tensors.
 *
 * @throws ArgumentError when it is called on both or on neither, or is given first states that it has no use for.
 */
export function isSymbolicCall(
  who: string,
  inputs: Tree<unknown>,
  { initialState = null }: CallOptions,
  takesInitialState: boolean,
): boolean {
  if (initialState !== null && !takesInitialState) {
    throw new ArgumentError({
      who,
      expected: 'no `initialState`, which this layer has no use for',
      got: 'one',
      hint: 'Recurrent layers take first states.',
    });
  }
  const leaves = [...flatten(inputs), ...firstStates(initialState)];
  const symbolic = leaves.filter((leaf) => SymbolicTensor.isSymbolic(leaf)).length;
  if (symbolic > 0) {
    if (symbolic === leaves.length) return true;
    throw new ArgumentError({ who, expected: 'only symbolic tensors, or only tensors', got: 'both' });
  }
  const stranger = leaves.find((leaf) => !(leaf instanceof Tensor));
  if (stranger === undefined && flatten(inputs).length > 0) return false;
  throw new ArgumentError({
    who,
    expected: 'tensors or symbolic tensors',
    got: stranger === undefined ? 'no input' : typeof stranger,
    hint: 'Arrays become tensors by `tensor()` of @myelin/ops; models take arrays in `predict`.',
  });
}

/** First states as a list; none where there are none. */
export function firstStates(initialState: Tree<AnyTensor> | null | undefined): AnyTensor[] {
  return initialState === null || initialState === undefined ? [] : flatten(initialState);
}
