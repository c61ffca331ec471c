import type { NdArray, SavedModel } from '@myelin/core';
import {
  type Hdf5DatasetDescription,
  type Hdf5Group,
  type Hdf5GroupDescription,
  writeHdf5,
} from '@myelin/hdf5';
import { openHdf5, readArray } from './read-arrays.js';

/** What files of weights hold of a model. */
export type Weights = Pick<SavedModel, 'weights' | 'named' | 'optimizer'>;

/** The arrays of each group by their names in it: numbers, but for arrays with names of their own. */
export type WeightGroups = ReadonlyMap<string, ReadonlyMap<string, NdArray>>;

/** Where Keras keeps the variables of the optimizer. */
const optimizerPath = 'optimizer';

export function groupsOf({ weights, named, optimizer }: Weights): WeightGroups {
  const all = [...weights, ...(optimizer === null ? [] : ([[optimizerPath, optimizer]] as const))];
  return new Map(
    all.map(([path, arrays]) => {
      const numbered = arrays.map((array, i): [string, NdArray] => [String(i), array]);
      return [path, new Map([...numbered, ...(named.get(path) ?? [])])];
    }),
  );
}

/** The arrays in the order of their numbers: names sort as texts in files. */
export function weightsOf(groups: WeightGroups): Weights {
  const weights = new Map<string, readonly NdArray[]>();
  const named = new Map<string, ReadonlyMap<string, NdArray>>();
  const isNumber = ([name]: readonly [string, NdArray]): boolean => /^\d+$/.test(name);
  for (const [path, arrays] of groups) {
    const numbered = [...arrays].filter(isNumber).sort(([a], [b]) => Number(a) - Number(b));
    weights.set(
      path,
      numbered.map(([, array]) => array),
    );
    const others = [...arrays].filter((entry) => !isNumber(entry));
    if (others.length > 0) named.set(path, new Map(others));
  }
  const optimizer = weights.get(optimizerPath) ?? null;
  weights.delete(optimizerPath);
  return { weights, named, optimizer };
}

/** One HDF5 file: for each path a group `<path>/vars` with the arrays. */
export function writeGroups(groups: WeightGroups): Uint8Array {
  const root = emptyGroup();
  for (const [path, arrays] of groups) groupAt(root, path).children.set('vars', varsOf(path, arrays));
  return writeHdf5(root);
}

/** Reads what {@link writeGroups} or Keras wrote. @throws FormatError naming the file and the place in it. */
export function readGroups(bytes: Uint8Array, file: string): WeightGroups {
  return openHdf5(bytes, file, (root) => {
    const groups = new Map<string, ReadonlyMap<string, NdArray>>();
    collect(root, '', groups);
    return groups;
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

function varsOf(path: string, arrays: ReadonlyMap<string, NdArray>): Hdf5GroupDescription {
  const children = new Map(
    [...arrays].map(([name, array]): [string, Hdf5DatasetDescription] => [name, datasetOf(array)]),
  );
  // Keras writes the name of the object here and never reads it.
  return { attributes: { name: path.split('/').at(-1) ?? '' }, children };
}

function datasetOf({ data, shape, dtype }: NdArray): Hdf5DatasetDescription {
  return { dtype, shape, data } as Hdf5DatasetDescription;
}

function collect(group: Hdf5Group, path: string, into: Map<string, ReadonlyMap<string, NdArray>>): void {
  for (const [name, child] of group.children) {
    if (child.kind === 'dataset') continue;
    if (name === 'vars') into.set(path, arraysIn(child));
    else collect(child, path === '' ? name : `${path}/${name}`, into);
  }
}

function arraysIn(group: Hdf5Group): Map<string, NdArray> {
  return new Map(
    [...group.children].flatMap(([name, child]): [string, NdArray][] =>
      child.kind === 'dataset' ? [[name, readArray(child)]] : [],
    ),
  );
}
