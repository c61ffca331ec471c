import type { Hdf5DataByType, Hdf5DType } from '../dtype.js';

/** An array to write: elements in row-major order, as many as the shape says; `[]` is a scalar. */
export type Hdf5ArrayDescription = {
  readonly [D in Hdf5DType]: {
    readonly dtype: D;
    readonly shape: readonly number[];
    readonly data: Hdf5DataByType[D];
  };
}[Hdf5DType];

/** A text, a list of texts, or any array. */
export type Hdf5AttributeDescription = string | readonly string[] | Hdf5ArrayDescription;

/** Named things: an object for those known when the code is written, a Map for names that come from elsewhere. */
export type Hdf5Entries<T> = ReadonlyMap<string, T> | Readonly<Record<string, T>>;

export type Hdf5DatasetDescription = Hdf5ArrayDescription & {
  readonly attributes?: Hdf5Entries<Hdf5AttributeDescription>;
};

export interface Hdf5GroupDescription {
  readonly attributes?: Hdf5Entries<Hdf5AttributeDescription>;
  readonly children?: Hdf5Entries<Hdf5GroupDescription | Hdf5DatasetDescription>;
}

export function entriesOf<T>(entries: Hdf5Entries<T> | undefined): [string, T][] {
  if (entries === undefined) return [];
  return isMap(entries) ? [...entries] : Object.entries(entries);
}

function isMap<T>(entries: Hdf5Entries<T>): entries is ReadonlyMap<string, T> {
  return entries instanceof Map;
}
