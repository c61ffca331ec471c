import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIdx } from '../index.js';

function idx(
  type: number,
  shape: number[],
  elements: (view: DataView, start: number) => void,
  size: number,
): Uint8Array {
  const start = 4 + 4 * shape.length;
  const bytes = new Uint8Array(start + size * shape.reduce((product, axis) => product * axis, 1));
  const view = new DataView(bytes.buffer);
  bytes.set([0, 0, type, shape.length]);
  shape.forEach((axis, i) => {
    view.setUint32(4 + 4 * i, axis);
  });
  elements(view, start);
  return bytes;
}

describe('readIdx', () => {
  it('reads every type of element that arrays hold, wherever the bytes lie', () => {
    const ints = idx(
      0x0c,
      [2, 1],
      (view, start) => {
        view.setInt32(start, -5);
        view.setInt32(start + 4, 2 ** 31 - 1);
      },
      4,
    );
    const floats = idx(
      0x0d,
      [1],
      (view, start) => {
        view.setFloat32(start, 1.5);
      },
      4,
    );
    const doubles = idx(
      0x0e,
      [1],
      (view, start) => {
        view.setFloat64(start, 1.1);
      },
      8,
    );
    expect(readIdx(ints).toArray()).toEqual([[-5], [2147483647]]);
    expect(readIdx(floats).toArray()).toEqual([1.5]);
    expect(readIdx(doubles)).toMatchObject({ dtype: 'float64', data: Float64Array.of(1.1) });
    const within = new Uint8Array([9, 9, 9, 0, 0, 8, 1, 0, 0, 0, 2, 7, 255, 9]).subarray(3, 13);
    expect(readIdx(within)).toMatchObject({ dtype: 'uint8', shape: [2], data: Uint8Array.of(7, 255) });
  });

  it.each([
    ['nothing', [], 'an IDX header'],
    ['another format', [0x1f, 0x8b, 8, 0], 'an IDX header'],
    ['an unknown type', [0, 0, 9, 0], 'a type of element of 8, 12, 13 or 14 in byte 2, got 9'],
    ['half a header', [0, 0, 8, 2, 0, 0, 0, 1], 'a header of 12 bytes, got 8 bytes'],
    ['too few elements', [0, 0, 8, 1, 0, 0, 0, 3, 1, 2], '11 bytes for an array of shape (3,), got 10 bytes'],
    ['too many elements', [0, 0, 8, 1, 0, 0, 0, 1, 1, 2], '9 bytes for an array of shape (1,), got 10 bytes'],
    ['sizes beyond all memory', [0, 0, 8, 2, 255, 255, 255, 255, 255, 255, 255, 255], 'got 12 bytes'],
  ])('refuses %s', (_, bytes, message) => {
    expect(() => readIdx(new Uint8Array(bytes), 'a.idx')).toThrow(message);
    expect(() => readIdx(new Uint8Array(bytes), 'a.idx')).toThrow(/^a\.idx: /);
  });

  it('reads or refuses any bytes, and never crashes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.boolean(), (bytes, header) => {
        if (header) bytes.set([0, 0, 8, (bytes[3] ?? 0) % 4].slice(0, bytes.length));
        try {
          const array = readIdx(bytes);
          expect(array.size).toBeLessThanOrEqual(40);
        } catch (error) {
          expect(error).toMatchObject({ name: 'FormatError' });
        }
      }),
    );
  });
});
