import type { NdArray, SavedModel } from '@myelin/core';
import {
  type Hdf5Dataset,
  type Hdf5DatasetDescription,
  type Hdf5Group,
  type Hdf5GroupDescription,
  writeHdf5,
} from '@myelin/hdf5';
import { openHdf5, readArray } from './read-arrays.js';

type Weights = Pick<SavedModel, 'weights' | 'named' | 'optimizer'>;

/** Where Keras keeps the variables of the optimizer. */
const optimizerPath = 'optimizer';

/**
 * The bytes of a `.weights.h5`: for each path a group `<path>/vars` with the arrays `0`, `1`, ….
 *
 * @see Keras `keras.src.saving.saving_lib.H5IOStore`
 */
export function encodeWeights({ weights, named, optimizer }: Weights): Uint8Array {
  const root = emptyGroup();
  const groups = [...weights, ...(optimizer === null ? [] : ([[optimizerPath, optimizer]] as const))];
  for (const [path, arrays] of groups) {
    const group = groupAt(root, path);
    group.children.set('vars', varsOf(path, [...numbered(arrays), ...(named.get(path) ?? [])]));
  }
  return writeHdf5(root);
}

/** Reads what {@link encodeWeights} or Keras wrote. @throws FormatError naming the file and the place in it. */
export function decodeWeights(bytes: Uint8Array, file: string): Weights {
  return openHdf5(bytes, file, (root) => {
    const found = {
      weights: new Map<string, readonly NdArray[]>(),
      named: new Map<string, Map<string, NdArray>>(),
    };
    collect(root, '', found);
    const optimizer = found.weights.get(optimizerPath) ?? null;
    found.weights.delete(optimizerPath);
    return { ...found, optimizer };
  });
}

interface MutableGroup extends Hdf5GroupDescription {
  readonly children: Map<string, Hdf5GroupDescription | Hdf5DatasetDescription>;
}

function emptyGroup(): MutableGroup {
  return { children: new Map() };
}

function groupAt(root: MutableGroup, path: string): MutableGroup {
  let group = root;
  for (const name of path.split('/').filter((part) => part !== '')) {
    let next = group.children.get(name) as MutableGroup | undefined;
    if (next === undefined) {
      next = emptyGroup();
      group.children.set(name, next);
    }
    group = next;
  }
  return group;
}

function numbered(arrays: readonly NdArray[]): [string, NdArray][] {
  return arrays.map((array, i) => [String(i), array]);
}

function varsOf(path: string, arrays: readonly (readonly [string, NdArray])[]): Hdf5GroupDescription {
  const children = new Map(
    arrays.map(([name, array]): [string, Hdf5DatasetDescription] => [name, datasetOf(array)]),
  );
  // Keras writes the name of the object here and never reads it.
  return { attributes: { name: path.split('/').at(-1) ?? '' }, children };
}

function datasetOf({ data, shape, dtype }: NdArray): Hdf5DatasetDescription {
  return { dtype, shape, data } as Hdf5DatasetDescription;
}

interface Found {
  readonly weights: Map<string, readonly NdArray[]>;
  readonly named: Map<string, Map<string, NdArray>>;
}

function collect(group: Hdf5Group, path: string, into: Found): void {
  for (const [name, child] of group.children) {
    if (child.kind === 'dataset') continue;
    if (name === 'vars') collectVars(child, path, into);
    else collect(child, path === '' ? name : `${path}/${name}`, into);
  }
}

/** The arrays of a group in the order of their numbers: names sort as texts in the file. */
function collectVars(group: Hdf5Group, path: string, { weights, named }: Found): void {
  const datasets = [...group.children].filter(
    (entry): entry is [string, Hdf5Dataset] => entry[1].kind === 'dataset',
  );
  const isNumber = ([name]: readonly [string, Hdf5Dataset]): boolean => /^\d+$/.test(name);
  const numbers = datasets.filter(isNumber).sort(([a], [b]) => Number(a) - Number(b));
  weights.set(
    path,
    numbers.map(([, dataset]) => readArray(dataset)),
  );
  const others = datasets.filter((entry) => !isNumber(entry));
  if (others.length > 0)
    named.set(path, new Map(others.map(([name, dataset]) => [name, readArray(dataset)])));
}
