import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Hdf5Group, Hdf5Error, readHdf5, writeHdf5 } from '../index.js';
import { inflate } from '../test-inflate.js';

const names = [
  'attributes',
  'chunked',
  'contiguous',
  'keras.weights',
  'keras-legacy',
  'latest',
  'nested',
  'strings',
];
const files = ['many-members', 'refused', 'user-block', ...names].map(
  (name) => new Uint8Array(readFileSync(new URL(`../fixtures/${name}.h5`, import.meta.url))),
);

/** Runs `action`; the errors that hostile files may cause are counted, others pass. */
function attempt<T>(action: () => T): T | Hdf5Error {
  try {
    return action();
  } catch (error) {
    if (error instanceof Hdf5Error) return error;
    throw error;
  }
}

/** Reads everything that can be read, and returns the number of elements and of refusals. */
function readAll(bytes: Uint8Array): { elements: number; refusals: number } {
  const counts = { elements: 0, refusals: 0 };
  const tally = (result: ArrayLike<unknown> | Hdf5Error): void => {
    if (result instanceof Hdf5Error) counts.refusals++;
    else counts.elements += result.length;
  };
  const visit = (group: Hdf5Group): void => {
    const attributes = attempt(() => group.attributes);
    if (attributes instanceof Hdf5Error) counts.refusals++;
    else for (const attribute of attributes.values()) tally(attempt(() => attribute.read()));
    for (const name of group.names) {
      const child = attempt(() => group.get(name));
      if (child instanceof Hdf5Error) counts.refusals++;
      else if (child?.kind === 'group') visit(child);
      else if (child !== undefined) tally(attempt(() => child.read()));
    }
  };
  const root = attempt(() => readHdf5(bytes, { inflate, maxBytes: 2 ** 24, maxObjects: 2000 }));
  if (root instanceof Hdf5Error) counts.refusals++;
  else visit(root);
  return counts;
}

const file = fc.constantFrom(...files);

/** Reads what `damage` leaves of each file; some of it must come through, and some be refused. */
function expectValuesOrRefusals<T>(
  damages: fc.Arbitrary<T>,
  damage: (bytes: Uint8Array, by: T) => void,
): void {
  const total = { elements: 0, refusals: 0 };
  fc.assert(
    fc.property(file, damages, (bytes, by) => {
      const damaged = bytes.slice();
      damage(damaged, by);
      const { elements, refusals } = readAll(damaged);
      expect(elements).toBeLessThan(2 ** 25);
      total.elements += elements;
      total.refusals += refusals;
    }),
    { numRuns: 300 },
  );
  expect(total.elements).toBeGreaterThan(0);
  expect(total.refusals).toBeGreaterThan(0);
}

describe('damaged files', () => {
  it('with changed bytes end in values or in Hdf5Error', () => {
    const change = fc.tuple(fc.nat(), fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 255)));
    expectValuesOrRefusals(fc.array(change, { minLength: 1, maxLength: 20 }), (bytes, changes) => {
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
    });
  });

  it('with changed addresses and lengths end in values or in Hdf5Error', () => {
    const place = fc.tuple(fc.nat(), fc.oneof(fc.nat(60_000), fc.constantFrom(2 ** 32 - 1, 2 ** 31, 0)));
    expectValuesOrRefusals(fc.array(place, { minLength: 1, maxLength: 6 }), (bytes, changes) => {
      const view = new DataView(bytes.buffer);
      for (const [at, value] of changes) view.setUint32((at % (bytes.length / 8 - 1)) * 8, value, true);
    });
  });

  it('cut anywhere are refused', () => {
    fc.assert(
      fc.property(file, fc.nat(), (bytes, at) => {
        expect(() => readHdf5(bytes.subarray(0, at % bytes.length))).toThrow(Hdf5Error);
      }),
    );
  });

  it('of random bytes are refused', () => {
    const header = files[0]?.slice(0, 48) ?? new Uint8Array();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (tail) => {
        expect(readAll(new Uint8Array([...header, ...tail]))).toEqual({ elements: 0, refusals: 1 });
      }),
    );
  });
});

describe('files made to be costly', () => {
  /** A sound file with `count` names, whose entries then all point to the first member. */
  function manyPaths(count: number): Uint8Array {
    const children = new Map(Array.from({ length: count }, (_, i) => [`group_${i}`, {}]));
    return writeHdf5({ children: { a: { children } } });
  }

  it('end at a limit where groups form a graph with more paths than stars', () => {
    const bytes = manyPaths(8);
    const view = new DataView(bytes.buffer);
    const starts = Array.from({ length: bytes.length / 8 }, (_, i) => i * 8);
    const nodes = starts.filter((at) => view.getUint32(at) === 0x534e4f44);
    // The header of `a`, in the node that has it as its only entry.
    const root = nodes.find((at) => view.getUint16(at + 6, true) === 1) ?? 0;
    const full = nodes.find((at) => view.getUint16(at + 6, true) === 8) ?? 0;
    for (let i = 0; i < 8; i++)
      view.setBigUint64(full + 16 + 40 * i, view.getBigUint64(root + 16, true), true);
    const { refusals } = readAll(bytes);
    expect(refusals).toBeGreaterThan(0);
  });

  it('end at once where structures overlap', () => {
    const bytes = manyPaths(3000);
    const view = new DataView(bytes.buffer);
    let changed = 0;
    for (let at = 0; at < bytes.length; at += 8) {
      const isLeaf = view.getUint32(at) === 0x54524545 && bytes[at + 5] === 0;
      const count = view.getUint16(at + 6, true);
      if (!isLeaf || count < 32) continue;
      // All children are the first one.
      for (let i = 1; i < count; i++)
        view.setBigUint64(at + 32 + 16 * i, view.getBigUint64(at + 32, true), true);
      changed++;
    }
    expect(changed).toBeGreaterThan(5);
    expect(() => readHdf5(bytes).group('a')).toThrow(/"group_\d+" twice|do not overlap/);
  });
});
