import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Hdf5Group,
  Hdf5Error,
  bfloat16ToFloat32,
  float16ToFloat32,
  readHdf5,
  writeHdf5,
} from '../index.js';
import { inflate } from '../test-inflate.js';

function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../fixtures/${name}.h5`, import.meta.url)));
}

function open(name: string): Hdf5Group {
  return readHdf5(fixture(name), { inflate });
}

function textOf(group: Hdf5Group, attribute: string): unknown {
  return group.attributes.get(attribute)?.read()[0];
}

describe('contiguous data', () => {
  const file = open('contiguous');

  it.each([
    ['float32', new Float32Array([0, 1, 2, 3, 4, 5])],
    ['float64', new Float64Array([0, 1, 2, 3, 4, 5])],
    ['int8', new Int8Array([0, 1, 2, 3, 4, 5])],
    ['int16', new Int16Array([0, 1, 2, 3, 4, 5])],
    ['int32', new Int32Array([0, 1, 2, 3, 4, 5])],
    ['int64', new BigInt64Array([0n, 1n, 2n, 3n, 4n, 5n])],
    ['uint8', new Uint8Array([0, 1, 2, 3, 4, 5])],
    ['uint16', new Uint16Array([0, 1, 2, 3, 4, 5])],
    ['uint32', new Uint32Array([0, 1, 2, 3, 4, 5])],
    ['uint64', new BigUint64Array([0n, 1n, 2n, 3n, 4n, 5n])],
  ])('reads %s', (dtype, expected) => {
    const dataset = file.dataset(dtype);
    expect(dataset.dtype).toBe(dtype);
    expect(dataset.shape).toEqual([2, 3]);
    expect(dataset.read()).toEqual(expected);
  });

  it('reads the bits of float16 and of the bfloat16 of Keras', () => {
    const half = file.dataset('float16');
    expect(half.dtype).toBe('float16');
    expect([...float16ToFloat32(half.read() as Uint16Array)]).toEqual([0, 1, 2, 3, 4, 5]);
    const brain = file.dataset('bfloat16');
    expect(brain.dtype).toBe('bfloat16');
    expect([...bfloat16ToFloat32(brain.read() as Uint16Array)]).toEqual([1, -2.5, (1 + 98 / 128) * 2 ** 127]);
  });

  it('reads booleans, big-endian numbers, scalars, compact data, nothing, and what was never written', () => {
    expect(file.dataset('bool').dtype).toBe('bool');
    expect(file.dataset('bool').read()).toEqual(new Uint8Array([1, 0, 1]));
    expect(file.dataset('big_endian').read()).toEqual(new Int32Array([1, 2, -300]));
    expect(file.dataset('scalar').shape).toEqual([]);
    expect(file.dataset('scalar').read()).toEqual(new Float32Array([2.5]));
    expect(file.dataset('compact').read()).toEqual(new Int32Array([5, -6]));
    expect(file.dataset('empty').shape).toEqual([0, 3]);
    expect(file.dataset('empty').read()).toEqual(new Float32Array());
    expect(file.dataset('null').shape).toEqual([0]);
    expect(file.dataset('never_written').read()).toEqual(new Float64Array(4));
    expect(file.dataset('filled').read()).toEqual(new Int16Array([7, 7, 7]));
  });

  it('is a view of the file where it is aligned, a copy elsewhere', () => {
    const data = new Float64Array([1, 2, 3]);
    const bytes = writeHdf5({ children: { float64: { dtype: 'float64', shape: [3], data } } });
    const view = readHdf5(bytes).dataset('float64').read() as Float64Array;
    expect(view).toEqual(data);
    expect(view.buffer === bytes.buffer).toBe(true);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    const copy = readHdf5(shifted.subarray(1)).dataset('float64').read() as Float64Array;
    expect(copy.buffer === shifted.buffer).toBe(false);
    expect(copy).toEqual(view);
  });

  it("reads from Node's Buffer too", () => {
    const bytes = Buffer.concat([Buffer.alloc(1), fixture('contiguous')]).subarray(1);
    expect(readHdf5(bytes).dataset('int64').read()).toEqual(new BigInt64Array([0n, 1n, 2n, 3n, 4n, 5n]));
  });
});

describe('chunked data', () => {
  const file = open('chunked');
  const counted = Float32Array.from({ length: 7 * 11 * 3 }, (_, i) => i);

  it.each([
    'plain',
    'fletcher32',
    'shuffle',
    'shuffle_fletcher32',
    'gzip',
    'gzip_fletcher32',
    'gzip_shuffle',
    'gzip_shuffle_fletcher32',
  ])('reads %s', (name) => {
    expect(file.dataset(name).shape).toEqual([7, 11, 3]);
    expect(file.dataset(name).read()).toEqual(counted);
  });

  it('reads trees of two levels, missing chunks, chunks larger than the array, and strings', () => {
    expect(file.dataset('int64').read()).toEqual(BigInt64Array.from({ length: 300 }, (_, i) => BigInt(i)));
    const sparse = Int16Array.from({ length: 1000 }, (_, i) => (i >= 500 && i < 505 ? i - 500 : -1));
    expect(file.dataset('sparse').read()).toEqual(sparse);
    expect(file.dataset('larger_chunk').read()).toEqual(new Float64Array([0, 1, 2]));
    expect(file.dataset('text').read()).toEqual(Array.from({ length: 5 }, () => ['a', '', 'größe']).flat());
  });

  it('reads the same again', () => {
    expect(file.dataset('gzip').read()).toEqual(file.dataset('gzip').read());
  });

  it('asks for a way to inflate when it is needed', () => {
    const without = readHdf5(fixture('chunked'));
    expect(without.dataset('shuffle').read()).toEqual(counted);
    expect(() => without.dataset('gzip').read()).toThrow(
      /^HDF5 \/gzip, chunk at byte \d+: expected the option `inflate`, to read compressed data, got none\.$/,
    );
  });

  it('sees when a chunk with a checksum is damaged', () => {
    const bytes = fixture('chunked');
    const dataset = readHdf5(bytes).dataset('fletcher32');
    const needle = new Uint8Array(new Float32Array([0, 1, 3, 4]).buffer);
    const at = Buffer.from(bytes).indexOf(needle);
    let damaged = 0;
    for (let start = at; start >= 0; start = Buffer.from(bytes).indexOf(needle, start + 1)) {
      bytes[start] = 1;
      damaged++;
    }
    expect(damaged).toBeGreaterThan(0);
    expect(() => dataset.read()).toThrow(/\/fletcher32, chunk at byte \d+: expected the checksum/);
  });
});

describe('strings', () => {
  const file = open('strings');

  it('reads variable and fixed lengths, with every padding', () => {
    expect(file.dataset('scalar').dtype).toBe('string');
    expect(file.dataset('scalar').read()).toEqual(['Gewicht µ']);
    expect(file.dataset('variable').read()).toEqual(['dense', '', '日本語', 'a'.repeat(5000)]);
    expect(file.dataset('ascii').read()).toEqual(['x', 'yz']);
    expect(file.dataset('fixed').shape).toEqual([2, 2]);
    expect(file.dataset('fixed').read()).toEqual(['ab', 'abcd', '', 'a\0b']);
    expect(file.dataset('space_padded').read()).toEqual(['ab', 'a cd']);
  });
});

describe('attributes', () => {
  const { attributes } = open('attributes');
  const read = (name: string): unknown => attributes.get(name)?.read();

  it('reads texts, lists of texts, numbers and booleans', () => {
    expect(read('text')).toEqual(['größe']);
    expect(attributes.get('text')?.shape).toEqual([]);
    expect(read('empty_text')).toEqual(['']);
    expect(read('long_text')).toEqual(['0123456789'.repeat(700)]);
    expect(read('bytes')).toEqual(['abc']);
    expect(read('names')).toEqual(['dense', 'dense_1']);
    expect(read('fixed_names')).toEqual(['dense', 'dense_1']);
    expect(read('no_names')).toEqual(new Float64Array());
    expect(read('integer')).toEqual(new BigInt64Array([-(2n ** 60n)]));
    expect(read('floats')).toEqual(new Float64Array([1.5, -2]));
    expect(attributes.get('flag')?.dtype).toBe('bool');
    expect(read('flag')).toEqual(new Uint8Array([1]));
    expect(attributes.get('null')?.shape).toEqual([0]);
    for (let i = 0; i < 50; i++) expect(read(`number_${i}`)).toEqual(new BigInt64Array([BigInt(i)]));
  });

  it('lists an attribute of another type, and refuses only to read it', () => {
    expect(() => read('reference')).toThrow(
      /@reference, byte \d+: expected numbers, booleans or strings, got references/,
    );
  });
});

describe('groups', () => {
  it('lists hundreds of members', () => {
    const file = open('many-members');
    const names = Array.from({ length: 300 }, (_, i) => `member_${i}`);
    expect(file.names).toEqual(names.sort());
    expect([...file.children.values()].map((child) => child.kind === 'dataset' && child.read()[0])).toEqual(
      names.map(() => 7),
    );
  });

  it('finds members by path', () => {
    const file = open('nested');
    const path = Array.from({ length: 20 }, (_, i) => `level_${i}`).join('/');
    const leaf = file.get(`${path}/leaf`);
    expect(leaf?.path).toBe(`/${path}/leaf`);
    expect(leaf?.kind === 'dataset' && leaf.read()).toEqual(new Int32Array([0, 1, 2]));
    expect(file.get(`/${path}/leaf`)).toBe(leaf);
    expect(file.get('level_0/level_2')).toBeUndefined();
    expect(file.get(`${path}/leaf/below`)).toBeUndefined();
    expect(file.get('__proto__')).toBeUndefined();
    expect(() => file.dataset('level_0')).toThrow('HDF5 /: expected a dataset level_0, got a group.');
    expect(() => file.group('level_0').group('x')).toThrow(
      'HDF5 /level_0: expected a group x, got nothing; here are level_1.',
    );
  });

  it('reads behind a user block', () => {
    const file = open('user-block');
    expect(file.dataset('a/b').read()).toEqual(new Float32Array([0, 1, 2, 3, 4]));
    expect(file.dataset('text').read()).toEqual(['after 1024 bytes']);
  });

  it('reads superblock 3, new headers and link messages, and says what it lacks of that format', () => {
    const file = open('latest');
    expect(textOf(file, 'text')).toBe('new');
    expect(file.dataset('group/values').read()).toEqual(new Float64Array([0, 1, 2, 3]));
    expect(() => file.dataset('chunked').shape).toThrow(/an index of libver="latest"/);
    expect(() => file.group('dense')).toThrow(/dense storage, as of libver="latest"/);
  });
});

describe('files of Keras', () => {
  it('reads weights', () => {
    const file = open('keras.weights');
    expect(textOf(file.group('layers/dense/vars'), 'name')).toBe('dense');
    expect(file.dataset('layers/dense/vars/0').shape).toEqual([4, 3]);
    expect(file.dataset('layers/dense/vars/0').read()).toEqual(
      Float32Array.from({ length: 12 }, (_, i) => i / 4),
    );
    const brain = file.dataset('layers/dense_1/vars/0');
    expect(brain.dtype).toBe('bfloat16');
    expect([...bfloat16ToFloat32(brain.read() as Uint16Array)]).toEqual([0, 0.25, 0.5, 0.75, 1, 1.25]);
    expect(file.dataset('optimizer/vars/0').read()).toEqual(new BigInt64Array([1n]));
    expect(file.dataset('optimizer/vars/1').read()).toEqual(new Float32Array([0.001]));
    expect(file.group('optimizer/vars').names.length).toBe(14);
    expect(file.group('layers/input_layer/vars').names).toEqual([]);
  });

  it('reads the older format', () => {
    const file = open('keras-legacy');
    expect(JSON.parse(String(textOf(file, 'model_config')))).toMatchObject({ class_name: 'Sequential' });
    const weights = file.group('model_weights');
    expect(weights.attributes.get('layer_names')?.read()).toEqual(['größe', 'dense_2']);
    expect(weights.dataset('größe/small/größe/kernel').read()).toEqual(
      Float32Array.from({ length: 12 }, (_, i) => i / 4),
    );
  });
});

describe('what is refused', () => {
  const file = open('refused');

  it.each([
    ['soft', /\/soft, byte \d+: expected hard links only, got a soft link link/],
    ['external', /\/external, byte \d+: expected hard links only, got/],
  ])('links out of the tree: %s', (name, message) => {
    expect(() => file.group(name)).toThrow(message);
  });

  it.each([
    ['external_storage', /expected data in this file, got external storage/],
    ['virtual', /layout 3 \(virtual or unknown\)/],
    ['bomb', /\/bomb: expected data of at most 16777216 bytes in a file of \d+ bytes/],
    ['lzf', /got lzf/],
    ['compound', /got compounds/],
    ['complex', /got compounds/],
    ['opaque', /got opaque elements of 3 bytes/],
  ])('%s, without harm to the rest', (name, message) => {
    expect(() => file.dataset(name).read()).toThrow(message);
    expect(file.dataset('values').read()).toEqual(new BigInt64Array([0n, 1n, 2n]));
  });

  it('a group inside itself, sooner or later', () => {
    const walk = (group: Hdf5Group): void => {
      for (const child of group.children.values()) if (child.kind === 'group') walk(child);
    };
    expect(() => {
      walk(file.group('cycle'));
    }).toThrow(/expected at most 128 nested groups, got more/);
  });

  it('more objects or bytes than allowed', () => {
    const few = readHdf5(fixture('many-members'), { maxObjects: 100 });
    expect(() => few.children).toThrow(/expected at most 100 objects, got more/);
    const small = readHdf5(fixture('contiguous'), { maxBytes: 100 });
    expect(() => small.dataset('float64').read()).toThrow(/expected data of at most 100 bytes/);
  });

  it('other files, and files cut short', () => {
    expect(() => readHdf5(new Uint8Array(2000))).toThrow(
      'HDF5 byte 0: expected the signature of an HDF5 file, got 2000 bytes without it.',
    );
    const bytes = fixture('contiguous');
    expect(() => readHdf5(bytes.subarray(0, -1))).toThrow(
      `HDF5 byte 48: expected a file of ${bytes.length} bytes, got ${bytes.length - 1}: it is cut short.`,
    );
    expect(() => readHdf5(new Uint8Array())).toThrow(Hdf5Error);
  });
});
