import { NdArray, type DType } from '@myelin/core';
import { describe, expect, test } from 'vitest';
import { type GoldenArray, decodeArray, encodeArray } from './golden-array.js';

describe('golden arrays', () => {
  test('decode what NumPy wrote', () => {
    // np.float32([[1.5, -2], [np.inf, 1e-8]]), np.int64([-1, 2**40]), np.array([True, False])
    const floats: GoldenArray = { shape: [2, 2], dtype: 'float32', data: 'AADAPwAAAMAAAIB/d8wrMg==' };
    expect(decodeArray(floats).toArray()).toEqual([
      [1.5, -2],
      [Infinity, Math.fround(1e-8)],
    ]);
    const large: GoldenArray = { shape: [2], dtype: 'int64', data: '//////////8AAAAAAAEAAA==' };
    expect(decodeArray(large).data).toEqual(BigInt64Array.of(-1n, 2n ** 40n));
    const flags = decodeArray({ shape: [2], dtype: 'bool', data: 'AQA=' });
    expect([flags.dtype, flags.toArray()]).toEqual(['bool', [true, false]]);
    expect(decodeArray({ shape: [0, 3], dtype: 'float32', data: '' }).shape).toEqual([0, 3]);
  });

  test.each<[DType, number[]]>([
    ['float32', [1.5, -2, 0]],
    ['int32', [1, -2, 3]],
    ['int64', [1, -2, 3]],
    ['uint8', [1, 2, 255]],
    ['bool', [1, 0, 1]],
  ])('%s comes back as it was', (dtype, values) => {
    const array = NdArray.from(values, dtype);
    expect(decodeArray(encodeArray(array))).toEqual(array);
  });

  test('a view of a larger buffer keeps to its own elements', () => {
    const rows = NdArray.from([
      [1, 2],
      [3, 4],
      [5, 6],
    ]).rows(1, 2);
    expect(decodeArray(encodeArray(rows)).toArray()).toEqual([[3, 4]]);
  });

  test('refuse other types of element', () => {
    expect(() => encodeArray(new NdArray(new Float64Array(1), [1]))).toThrow(
      'expected float32, int8, int32, int64, uint8, bool, got float64',
    );
    const half = { shape: [1], dtype: 'float16', data: 'AAA=' } as unknown as GoldenArray;
    expect(() => decodeArray(half)).toThrow('got "float16"');
  });
});
