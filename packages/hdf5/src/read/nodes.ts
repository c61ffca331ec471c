import type { Hdf5Data, Hdf5DType } from '../dtype.js';
import { Hdf5Error, within } from '../hdf5-error.js';
import { type Hdf5Attribute, readAttributes } from './attributes.js';
import { readElements } from './elements.js';
import { readLinks } from './links.js';
import { readObjectHeader } from './object-header.js';
import type { OpenFile } from './open-file.js';
import { type StoredDataset, readStoredDataset } from './stored-dataset.js';

/** Where an object is: its path in the file, and its address. */
interface Location {
  readonly file: OpenFile;
  readonly path: string;
  readonly address: number;
}

/** An array in a file. Its header is read when first asked for, its elements at each `read`. */
export class Hdf5Dataset {
  readonly kind = 'dataset';
  /** `/dense/kernel`. */
  readonly path: string;
  readonly #location: Location;
  #stored: StoredDataset | undefined;

  constructor(location: Location) {
    this.path = location.path;
    this.#location = location;
  }

  /** @throws Hdf5Error */
  get attributes(): ReadonlyMap<string, Hdf5Attribute> {
    return attributesAt(this.#location);
  }

  /** @throws Hdf5Error when the type is none of those that this package reads. */
  get dtype(): Hdf5DType {
    return this.#describe().dtype;
  }

  /** `[]` of a scalar. @throws Hdf5Error */
  get shape(): readonly number[] {
    return this.#describe().shape;
  }

  /**
   * The elements in row-major order: a typed array, or strings.
   *
   * Numbers that lie in one piece and aligned in memory are not copied: the array is a view of the file's bytes.
   *
   * @throws Hdf5Error when the data is damaged, beyond the limits or compressed and no `inflate` was given.
   */
  read(): Hdf5Data {
    const { type, readBytes } = this.#describe();
    return within(this.path, () => readElements(this.#location.file, type, readBytes()));
  }

  #describe(): StoredDataset {
    if (this.#stored !== undefined) return this.#stored;
    const { file, address } = this.#location;
    const stored = within(this.path, () => file.once(readStoredDataset, address));
    file.countData(this.path, stored.byteLength);
    this.#stored = stored;
    return stored;
  }
}

/** A folder of groups and datasets. Its members are read when first asked for. */
export class Hdf5Group {
  readonly kind = 'group';
  /** `/` of the root, `/dense` of a member. */
  readonly path: string;
  readonly #location: Location;
  readonly #depth: number;
  readonly #members = new Map<string, Hdf5Group | Hdf5Dataset>();

  constructor(location: Location, depth: number) {
    this.path = location.path;
    this.#location = location;
    this.#depth = depth;
  }

  /** @throws Hdf5Error */
  get attributes(): ReadonlyMap<string, Hdf5Attribute> {
    return attributesAt(this.#location);
  }

  /** The names of the members, in the order of the file: in most files that of their bytes. @throws Hdf5Error */
  get names(): readonly string[] {
    return [...this.#links().keys()];
  }

  /** The members by name. @throws Hdf5Error when one of them is neither a group nor a dataset. */
  get children(): ReadonlyMap<string, Hdf5Group | Hdf5Dataset> {
    return new Map([...this.#links()].map(([name, address]) => [name, this.#open(name, address)]));
  }

  /** What is at a path below this group, `'dense/kernel'`; undefined if nothing is. @throws Hdf5Error */
  get(path: string): Hdf5Group | Hdf5Dataset | undefined {
    const [name = '', ...rest] = path.split('/').filter((part) => part !== '');
    const address = this.#links().get(name);
    if (address === undefined) return undefined;
    const member = this.#open(name, address);
    if (rest.length === 0) return member;
    return member.kind === 'group' ? member.get(rest.join('/')) : undefined;
  }

  /** The group at a path. @throws Hdf5Error when there is none. */
  group(path: string): Hdf5Group {
    const found = this.get(path);
    if (found?.kind === 'group') return found;
    throw this.#missing(path, 'a group', found);
  }

  /** The dataset at a path. @throws Hdf5Error when there is none. */
  dataset(path: string): Hdf5Dataset {
    const found = this.get(path);
    if (found?.kind === 'dataset') return found;
    throw this.#missing(path, 'a dataset', found);
  }

  #missing(path: string, expected: string, found: Hdf5Group | Hdf5Dataset | undefined): Hdf5Error {
    const got =
      found === undefined ? `nothing; here are ${this.names.slice(0, 20).join(', ')}` : `a ${found.kind}`;
    return new Hdf5Error({ place: this.path, expected: `${expected} ${path}`, got });
  }

  #links(): ReadonlyMap<string, number> {
    const { file, path, address } = this.#location;
    return within(path, () => file.once(readLinks, address)) ?? new Map<string, number>();
  }

  #open(name: string, address: number): Hdf5Group | Hdf5Dataset {
    const known = this.#members.get(name);
    if (known !== undefined) return known;
    const { file } = this.#location;
    const path = `${this.path === '/' ? '' : this.path}/${name}`;
    const member = openNode({ file, path, address }, this.#depth + 1);
    this.#members.set(name, member);
    return member;
  }
}

function attributesAt({ file, path, address }: Location): ReadonlyMap<string, Hdf5Attribute> {
  return within(path, () => file.once(readAttributes, address));
}

function openNode(location: Location, depth: number): Hdf5Group | Hdf5Dataset {
  const { file, path, address } = location;
  file.countObject(path, depth);
  return within(path, () => {
    file.countData(path, file.once(readObjectHeader, address).byteLength);
    const isGroup = file.once(readLinks, address) !== undefined;
    return isGroup ? new Hdf5Group(location, depth) : new Hdf5Dataset(location);
  });
}

/** The root group of a file. */
export function openRoot(file: OpenFile, address: number): Hdf5Group {
  const root = openNode({ file, path: '/', address }, 0);
  if (root.kind === 'group') return root;
  throw new Hdf5Error({ place: '/', expected: 'a group', got: 'a dataset' });
}
