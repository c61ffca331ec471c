import type { Tensor } from '@tensorflow/tfjs-core';
import { isTensor } from './is-tensor.js';
import { ArgumentError } from './errors.js';
import type { CallOptions } from './layer.js';
import { SymbolicTensor } from './symbolic.js';
import { type Tree, flatten, mapTree } from './tree.js';

/**
 * Whether a layer is called on symbolic tensors, and not on tensors.
 *
 * @param known - the options that the layer has, beside those of every layer.
 * @throws ArgumentError when it is called on both or on neither, or is given options that it has no use for.
 */
export function isSymbolicCall(
  who: string,
  inputs: Tree<unknown>,
  options: CallOptions,
  known: readonly string[],
): boolean {
  const { training: _training, mask: _mask, ...own } = options;
  const given = Object.entries<unknown>(own).filter(([, value]) => value !== null && value !== undefined);
  const stray = given.find(([name]) => !known.includes(name))?.[0];
  if (stray !== undefined) {
    throw new ArgumentError({
      who,
      expected: `no \`${stray}\`, which this layer has no use for`,
      got: 'one',
      ...(stray === 'initialState' ? { hint: 'Recurrent layers take first states.' } : {}),
    });
  }
  const leaves = [
    ...flatten(inputs).filter((leaf) => leaf !== null),
    ...given.flatMap(([, value]) => flatten<unknown>(value).filter(isAnyTensor)),
  ];
  const symbolic = leaves.filter((leaf) => SymbolicTensor.isSymbolic(leaf)).length;
  if (symbolic > 0) {
    if (symbolic === leaves.length) return true;
    throw new ArgumentError({ who, expected: 'only symbolic tensors, or only tensors', got: 'both' });
  }
  const stranger = leaves.find((leaf) => !isTensor(leaf));
  if (stranger === undefined && flatten(inputs).length > 0) return false;
  throw new ArgumentError({
    who,
    expected: 'tensors or symbolic tensors',
    got: stranger === undefined ? 'no input' : typeof stranger,
    hint: 'Arrays become tensors by `tensor()` of @myelin/ops; models take arrays in `predict`.',
  });
}

/** @throws ArgumentError when an input is null that the layer needs, or one of several first states. */
export function checkNulls(
  who: string,
  inputs: unknown,
  { initialState = null }: CallOptions,
  takesNull: boolean | readonly number[],
): void {
  if (initialState !== null && flatten<unknown>(initialState).includes(null))
    throw new ArgumentError({ who, expected: 'all first states in `initialState`', got: 'null among them' });
  if (takesNull === true) return;
  const leaves = flatten(inputs);
  const place = leaves.findIndex(
    (leaf, i) => leaf === null && (takesNull === false || !takesNull.includes(i)),
  );
  if (place === -1) return;
  throw new ArgumentError({
    who,
    expected: leaves.length === 1 ? 'an input' : `an input number ${place}`,
    got: 'null',
    hint: 'An optional input that was not given goes only into layers that say by `takesNull` that they can do without.',
  });
}

/** The symbolic tensors in the options of a call, but for masks. */
export function symbolicOptions({ mask: _, ...options }: CallOptions): SymbolicTensor[] {
  return flatten<unknown>(Object.values(options)).filter((leaf) => SymbolicTensor.isSymbolic(leaf));
}

/** The options of a call with tensors in the place of symbolic ones. */
export function fillOptions(options: CallOptions, fill: (symbolic: SymbolicTensor) => Tensor): CallOptions {
  const filled = Object.entries(options).map(([name, value]): [string, unknown] => [
    name,
    mapTree<unknown, unknown>(value, (leaf) => (SymbolicTensor.isSymbolic(leaf) ? fill(leaf) : leaf)),
  ]);
  return Object.fromEntries(filled);
}

function isAnyTensor(value: unknown): value is Tensor | SymbolicTensor {
  return isTensor(value) || SymbolicTensor.isSymbolic(value);
}
