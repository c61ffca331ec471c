import '@tensorflow/tfjs-backend-cpu';
import { NdArray } from '@myelin/core';
import { tensor } from '@myelin/ops';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { packInt4, unpackInt4, unpackedInt4 } from './int4.js';

beforeAll(async () => {
  await setBackend('cpu');
});

/** A matrix of numbers from -8 to 7. */
const matrices = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc
      .array(fc.integer({ min: -8, max: 7 }), { minLength: rows * columns, maxLength: rows * columns })
      .map((numbers) => ({ matrix: [rows, columns] as const, values: Int8Array.from(numbers) })),
  );

describe('int4', () => {
  it('lies in bytes as in those of Keras', () => {
    const values = Int8Array.of(-3, 7, 2, -8, 1, 0);
    expect(packInt4(values, [3, 2], 0)).toEqual(new NdArray(Int8Array.of(45, -121, 1, 0), [2, 2]));
    expect(packInt4(values, [2, 3], -1)).toEqual(new NdArray(Int8Array.of(125, 2, 24, 0), [2, 2]));
  });

  it.each([0, -1] as const)('comes out of bytes as it went in, along axis %i', (axis) => {
    fc.assert(
      fc.property(matrices, ({ matrix, values }) => {
        const packed = packInt4(values, matrix, axis);
        expect(unpackInt4(packed.data as Int8Array, matrix, axis)).toEqual(values);
        tidy(() => {
          const unpacked = unpackedInt4(tensor(packed, 'int32'), axis, matrix.at(axis) ?? 0);
          expect(unpacked.shape).toEqual([...matrix]);
          expect([...unpacked.dataSync()].map((value) => value + 0)).toEqual([...values]);
        });
      }),
    );
  });
});
