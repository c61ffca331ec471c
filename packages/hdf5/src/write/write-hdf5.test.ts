import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Hdf5ArrayDescription,
  type Hdf5Attribute,
  type Hdf5AttributeDescription,
  type Hdf5Dataset,
  type Hdf5Group,
  type Hdf5GroupDescription,
  Hdf5Error,
  readHdf5,
  writeHdf5,
} from '../index.js';

function arrays(item: Hdf5Attribute | Hdf5Dataset): unknown {
  return { dtype: item.dtype, shape: item.shape, data: item.read() };
}

/** What was read, in the form of what is written. */
function describeGroup(group: Hdf5Group): unknown {
  const attributes = new Map([...group.attributes].map(([name, value]) => [name, arrays(value)]));
  const children = new Map<string, unknown>();
  for (const [name, child] of group.children) {
    children.set(name, child.kind === 'group' ? describeGroup(child) : arrays(child));
  }
  return { attributes, children };
}

const name = fc
  .string({ minLength: 1, unit: 'grapheme' })
  .filter((text) => !/[/\0]/.test(text) && text !== '.');
const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const array: fc.Arbitrary<Hdf5ArrayDescription> = fc.oneof(
  fc.float32Array().map((data) => ({ dtype: 'float32' as const, shape: [data.length], data })),
  fc.float64Array().map((data) => ({ dtype: 'float64' as const, shape: [1, data.length], data })),
  fc.int8Array().map((data) => ({ dtype: 'int8' as const, shape: [data.length], data })),
  fc.uint8Array().map((data) => ({ dtype: 'uint8' as const, shape: [data.length], data })),
  fc.uint16Array().map((data) => ({ dtype: 'float16' as const, shape: [data.length], data })),
  fc
    .bigInt64Array({ minLength: 1, maxLength: 1 })
    .map((data) => ({ dtype: 'int64' as const, shape: [], data })),
  fc.array(text).map((data) => ({ dtype: 'string' as const, shape: [data.length], data })),
);
const attributes = fc.uniqueArray(fc.tuple(name, array), { selector: ([key]) => key, maxLength: 4 });
const { root } = fc.letrec<{ root: Hdf5GroupDescription }>((tie) => ({
  root: fc.record({
    attributes: attributes.map((entries) => new Map<string, Hdf5AttributeDescription>(entries)),
    children: fc
      .uniqueArray(fc.tuple(name, fc.oneof({ maxDepth: 3 }, array, tie('root'))), {
        selector: ([key]) => key,
        maxLength: 12,
      })
      .map((entries) => new Map(entries)),
  }),
}));

describe('writeHdf5', () => {
  it('writes what readHdf5 reads', () => {
    fc.assert(
      fc.property(root, (description) => {
        expect(describeGroup(readHdf5(writeHdf5(description)))).toEqual(description);
      }),
      { numRuns: 60 },
    );
  });

  it('takes objects as well as maps, texts and lists of texts as attributes', () => {
    const file = readHdf5(
      writeHdf5({
        attributes: { backend: 'µ', names: ['a', 'b'] },
        children: { outer: { children: { inner: {} } } },
      }),
    );
    expect(file.attributes.get('backend')?.read()).toEqual(['µ']);
    expect(file.attributes.get('backend')?.shape).toEqual([]);
    expect(file.attributes.get('names')?.read()).toEqual(['a', 'b']);
    expect(file.group('outer/inner').names).toEqual([]);
  });

  it('marks bfloat16 as Keras does', () => {
    const data = new Uint16Array([0x3f80, 0xc020]);
    const attributes = { note: 'x' };
    const bytes = writeHdf5({ children: { half: { dtype: 'bfloat16', shape: [2], data, attributes } } });
    const dataset = readHdf5(bytes).dataset('half');
    expect(dataset.dtype).toBe('bfloat16');
    expect(dataset.read()).toEqual(data);
    expect([...dataset.attributes.keys()].sort()).toEqual(['dtype', 'note']);
  });

  it('puts data at multiples of 8', () => {
    const data = new Uint8Array([1]);
    const bytes = writeHdf5({
      children: Object.fromEntries(['a', 'b', 'c'].map((key) => [key, { dtype: 'uint8', shape: [1], data }])),
    });
    for (const key of ['a', 'b', 'c']) {
      const { byteOffset } = readHdf5(bytes).dataset(key).read() as Uint8Array;
      expect(byteOffset % 8).toBe(0);
    }
  });

  it.each<[string, Hdf5GroupDescription, string]>([
    [
      'too few elements',
      { children: { x: { dtype: 'int8', shape: [2, 2], data: new Int8Array(3) } } },
      'HDF5 /x: expected 4 elements of int8 for the shape [2,2], got 3 in Int8Array.',
    ],
    [
      'a broken shape',
      { children: { x: { dtype: 'int8', shape: [-1], data: new Int8Array(0) } } },
      'HDF5 /x: expected a shape of at most 32 whole lengths, got [-1].',
    ],
    [
      'a name with a slash',
      { children: { 'a/b': {} } },
      'HDF5 /a/b: expected a name without slashes, got "a/b".',
    ],
    ['an empty name', { children: { '': {} } }, 'HDF5 /: expected a name without zero bytes, got "".'],
    [
      'a large attribute',
      { attributes: { names: Array.from({ length: 5000 }, () => 'x') } },
      'HDF5 / attribute names: expected a shape or attribute of at most 65528 bytes, got 80056 bytes.',
    ],
    [
      'an attribute of bfloat16',
      { attributes: { x: { dtype: 'bfloat16', shape: [1], data: new Uint16Array(1) } } },
      'HDF5 / attribute x: expected a type that attributes have, got bfloat16.',
    ],
  ])('refuses %s', (_, description, message) => {
    expect(() => writeHdf5(description)).toThrow(message);
  });

  it('refuses groups nested without end', () => {
    const endless: { children: Record<string, Hdf5GroupDescription> } = { children: {} };
    endless.children['again'] = endless;
    expect(() => writeHdf5(endless)).toThrow(Hdf5Error);
  });
});
