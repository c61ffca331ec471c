import { readFileSync } from 'node:fs';
import * as h5wasm from 'h5wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Hdf5Attribute,
  type Hdf5Data,
  type Hdf5Dataset,
  type Hdf5Group,
  type Hdf5GroupDescription,
  readHdf5,
  writeHdf5,
} from './index.js';
import { inflate } from './test-inflate.js';

/** Every attribute and dataset of a file: its shape and its elements by path. */
type Contents = Map<string, { shape: readonly number[]; elements: unknown[] }>;

let module: Awaited<typeof h5wasm.ready>;
let opened = 0;

beforeAll(async () => {
  module = await h5wasm.ready;
  // Without it, what cannot be read comes back as whatever was in memory.
  module.activate_throwing_error_handler();
});

function readWithH5wasm(bytes: Uint8Array): Contents {
  opened++;
  const path = `/${opened}.h5`;
  module.FS.writeFile(path, bytes);
  const file = new h5wasm.File(path, 'r');
  const contents: Contents = new Map();
  const add = (name: string, item: { shape: number[] | null; value: unknown }): void => {
    const { shape, value } = item;
    const elements = ArrayBuffer.isView(value) || Array.isArray(value) ? [...asList(value)] : [value];
    contents.set(name, { shape: shape ?? [0], elements: shape === null ? [] : elements.map(plain) });
  };
  const visit = (entity: h5wasm.Group | h5wasm.Dataset, at: string): void => {
    for (const [name, attribute] of Object.entries(entity.attrs)) {
      if (name !== 'reference') add(`${at}@${name}`, attribute);
    }
    if (entity instanceof h5wasm.Dataset) add(at, entity);
    else {
      for (const name of entity.keys()) {
        const child = entity.get(name);
        if (child instanceof h5wasm.Group || child instanceof h5wasm.Dataset) visit(child, `${at}/${name}`);
      }
    }
  };
  visit(file, '');
  file.close();
  return contents;
}

function readWithOurs(bytes: Uint8Array): Contents {
  const contents: Contents = new Map();
  const add = (name: string, item: Hdf5Attribute | Hdf5Dataset): void => {
    contents.set(name, { shape: item.shape, elements: [...asList(item.read())].map(plain) });
  };
  const visit = (node: Hdf5Group | Hdf5Dataset, at: string): void => {
    for (const [name, attribute] of node.attributes)
      if (name !== 'reference') add(`${at}@${name}`, attribute);
    if (node.kind === 'dataset') add(at, node);
    else for (const [name, child] of node.children) visit(child, `${at}/${name}`);
  };
  visit(readHdf5(bytes, { inflate }), '');
  return contents;
}

function asList(value: unknown): Iterable<unknown> {
  return value as Hdf5Data;
}

/** h5wasm has booleans where we have 0 and 1. */
function plain(element: unknown): unknown {
  return typeof element === 'boolean' ? Number(element) : element;
}

// Left out: files with what h5wasm gets wrong (UTF-8 in strings marked ASCII, as Keras writes) or cannot read (float16).
describe('read', () => {
  it.each(['attributes', 'chunked', 'many-members', 'nested', 'user-block'])(
    'finds in %s what h5wasm finds',
    (name) => {
      const bytes = new Uint8Array(readFileSync(new URL(`fixtures/${name}.h5`, import.meta.url)));
      const expected = readWithH5wasm(bytes);
      expect(expected.size).toBeGreaterThan(0);
      expect(readWithOurs(bytes)).toEqual(expected);
    },
  );
});

describe('written files', () => {
  const write = (root: Hdf5GroupDescription): Contents => readWithH5wasm(writeHdf5(root));

  it('give h5wasm every type of element but those that it does not know', () => {
    const contents = write({
      children: {
        float32: { dtype: 'float32', shape: [2, 2], data: new Float32Array([1.5, -2, NaN, Infinity]) },
        float64: { dtype: 'float64', shape: [2], data: new Float64Array([Math.PI, -1e300]) },
        int8: { dtype: 'int8', shape: [2], data: new Int8Array([-128, 127]) },
        int16: { dtype: 'int16', shape: [2], data: new Int16Array([-32768, 32767]) },
        int32: { dtype: 'int32', shape: [2], data: new Int32Array([-(2 ** 31), 2 ** 31 - 1]) },
        int64: { dtype: 'int64', shape: [], data: new BigInt64Array([-(2n ** 63n)]) },
        uint8: { dtype: 'uint8', shape: [1, 2, 1], data: new Uint8Array([0, 255]) },
        uint16: { dtype: 'uint16', shape: [1], data: new Uint16Array([65535]) },
        uint32: { dtype: 'uint32', shape: [1], data: new Uint32Array([2 ** 32 - 1]) },
        uint64: { dtype: 'uint64', shape: [1], data: new BigUint64Array([2n ** 64n - 1n]) },
        bool: { dtype: 'bool', shape: [3], data: new Uint8Array([1, 0, 1]) },
        string: { dtype: 'string', shape: [3], data: ['größe', '', 'x'.repeat(9000)] },
        empty: { dtype: 'float32', shape: [0, 3], data: new Float32Array() },
      },
    });
    expect(contents).toEqual(
      new Map(
        Object.entries({
          '/bool': { shape: [3], elements: [1, 0, 1] },
          '/empty': { shape: [0, 3], elements: [] },
          '/float32': { shape: [2, 2], elements: [1.5, -2, NaN, Infinity] },
          '/float64': { shape: [2], elements: [Math.PI, -1e300] },
          '/int16': { shape: [2], elements: [-32768, 32767] },
          '/int32': { shape: [2], elements: [-(2 ** 31), 2 ** 31 - 1] },
          '/int64': { shape: [], elements: [-(2n ** 63n)] },
          '/int8': { shape: [2], elements: [-128, 127] },
          '/string': { shape: [3], elements: ['größe', '', 'x'.repeat(9000)] },
          '/uint16': { shape: [1], elements: [65535] },
          '/uint32': { shape: [1], elements: [2 ** 32 - 1] },
          '/uint64': { shape: [1], elements: [2n ** 64n - 1n] },
          '/uint8': { shape: [1, 2, 1], elements: [0, 255] },
        }),
      ),
    );
  });

  it('give h5wasm attributes of groups and datasets', () => {
    const many = Array.from({ length: 600 }, (_, i) => `layer_${i}`);
    const contents = write({
      attributes: { text: 'µ', names: ['a', ''], none: [], many },
      children: {
        x: {
          dtype: 'int32',
          shape: [],
          data: new Int32Array([3]),
          attributes: { rate: { dtype: 'float64', shape: [], data: new Float64Array([0.5]) } },
        },
      },
    });
    expect(contents.get('@text')).toEqual({ shape: [], elements: ['µ'] });
    expect(contents.get('@names')).toEqual({ shape: [2], elements: ['a', ''] });
    expect(contents.get('@none')).toEqual({ shape: [0], elements: [] });
    expect(contents.get('@many')).toEqual({ shape: [600], elements: many });
    expect(contents.get('/x@rate')).toEqual({ shape: [], elements: [0.5] });
  });

  it('give h5wasm groups of any number of members, whatever the order of their names', () => {
    for (const count of [0, 1, 8, 9, 256, 257, 3000]) {
      const numbers = Array.from({ length: count }, (_, i) => (i * 7919) % count);
      const children = new Map(
        numbers.map((i) => [`µ${i}`, { dtype: 'int32' as const, shape: [], data: new Int32Array([i]) }]),
      );
      const contents = write({ children: { group: { children } } });
      expect(contents).toEqual(new Map(numbers.map((i) => [`/group/µ${i}`, { shape: [], elements: [i] }])));
    }
  });
});
