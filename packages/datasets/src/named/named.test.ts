import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type NdArray } from '@myelin/core';
import { describe, expect, it, vi } from 'vitest';
import { concrete, digits, fashionMnist, fashionMnistClasses, flowers, mnist } from '../index.js';

const mirror = process.env['MYELIN_DATA_MIRROR'];

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const bytesOf = ({ data }: NdArray): Uint8Array => {
  if (Array.isArray(data)) throw new TypeError('strings have no bytes');
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
};
const countOf = ({ data }: NdArray): number[] =>
  Array.from(
    { length: 10 },
    (_, digit) => Array.from(data, Number).filter((label) => label === digit).length,
  );

describe('concrete', () => {
  it('has the columns and rows that its source has', async () => {
    const { x, y, features, target } = await concrete();
    expect([x.shape, y.shape, x.dtype, y.dtype]).toEqual([[1030, 8], [1030], 'float32', 'float32']);
    expect(features).toHaveLength(8);
    expect(target).toBe('compressive_strength');
    expect(x.rows(0, 2).toArray()).toEqual([
      [540, 0, 0, 162, 2.5, 1040, 676, 28],
      [540, 0, 0, 162, 2.5, 1055, 676, 28],
    ]);
    expect(y.rows(0, 2).data).toEqual(Float32Array.of(79.99, 61.89));
    const mean = Array.from(y.data, Number).reduce((sum, value) => sum + value, 0) / 1030;
    expect(mean).toBeCloseTo(35.818, 3);
  });

  it.runIf(mirror)(
    'equals the table of its first publication (runs where MYELIN_DATA_MIRROR is set)',
    async () => {
      const text = await readFile(`${mirror}/regression/concrete_data.csv`, 'utf8');
      const rows = text
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',').map(Number));
      const { x, y } = await concrete();
      expect(x.data).toEqual(Float32Array.from(rows.flatMap((row) => row.slice(0, 8))));
      expect(y.data).toEqual(Float32Array.from(rows.map((row) => row[8] ?? NaN)));
    },
  );
});

describe('digits', () => {
  it('has 10,000 images, and 100 of each digit to test on', async () => {
    const { train, test } = await digits();
    expect([train.x.shape, train.y.shape, test.x.shape, test.y.shape]).toEqual([
      [9000, 28, 28],
      [9000],
      [1000, 28, 28],
      [1000],
    ]);
    expect([train.x.dtype, train.y.dtype]).toEqual(['uint8', 'uint8']);
    expect(countOf(test.y)).toEqual(Array<number>(10).fill(100));
    expect(countOf(train.y)).toEqual([901, 1027, 891, 932, 880, 763, 914, 970, 844, 878]);
    const all = [train.y, test.y, train.x, test.x].map(bytesOf);
    expect(sha256(Buffer.concat(all))).toBe(
      '0c9d0fe34cc933b8ccee0a039aa1ebab8cd197300736aa1b8c88a77286c118d3',
    );
  });
});

describe.runIf(mirror)(
  'mnist (runs where MYELIN_DATA_MIRROR is set: its files are too large to come along)',
  () => {
    it('has the images and labels that its authors published', async () => {
      const { train, test } = await mnist();
      expect([train.x.shape, train.y.shape, test.x.shape, test.y.shape]).toEqual([
        [60000, 28, 28],
        [60000],
        [10000, 28, 28],
        [10000],
      ]);
      expect(countOf(test.y)).toEqual([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]);
      expect([...train.y.data.slice(0, 5)]).toEqual([5, 0, 4, 1, 9]);
    });

    it('has all embedded digits among its training images, and none among its test images', async () => {
      const keys = ({ x, y }: { x: NdArray; y: NdArray }): string[] =>
        Array.from(y.data, Number).map((label, i) => `${label} ${sha256(bytesOf(x.rows(i, i + 1)))}`);
      const [small, full] = [await digits(), await mnist()];
      const training = new Set(keys(full.train));
      const testing = new Set(keys(full.test));
      const embedded = [...keys(small.train), ...keys(small.test)];
      expect(new Set(embedded).size).toBe(10_000);
      expect(embedded.filter((key) => !training.has(key))).toEqual([]);
      expect(embedded.filter((key) => testing.has(key))).toEqual([]);
    });
  },
);

describe.runIf(mirror !== undefined && existsSync(`${mirror}/fashion-mnist`))(
  'fashionMnist (runs where the mirror has it: its files are too large to come along)',
  () => {
    it('has 6,000 and 1,000 articles of each of the ten kinds', async () => {
      const { train, test } = await fashionMnist();
      expect([train.x.shape, test.x.shape]).toEqual([
        [60000, 28, 28],
        [10000, 28, 28],
      ]);
      expect(countOf(train.y)).toEqual(Array<number>(10).fill(6000));
      expect(countOf(test.y)).toEqual(Array<number>(10).fill(1000));
      expect([...train.y.data.slice(0, 5)]).toEqual([9, 0, 0, 3, 0]);
      expect(fashionMnistClasses).toHaveLength(10);
    });
  },
);

describe.runIf(mirror !== undefined && existsSync(`${mirror}/photos`))(
  'flowers (runs where the mirror has them: no server is known to have them for good)',
  () => {
    it('has 80 photos of each of the five kinds', async () => {
      const { x, y, classNames } = await flowers();
      expect([x.shape, x.dtype, y.shape, y.dtype]).toEqual([[400, 128, 128, 3], 'uint8', [400], 'uint8']);
      expect(classNames).toEqual(['daisy', 'dandelion', 'roses', 'sunflowers', 'tulips']);
      expect(countOf(y).slice(0, 5)).toEqual(Array<number>(5).fill(80));
      // The mean of all pixels, as TensorFlow decodes them.
      const mean = Array.from(x.data, Number).reduce((sum, value) => sum + value, 0) / x.size;
      expect(mean).toBeCloseTo(103.09, 0);
    });
  },
);

describe('flowers', () => {
  it('says where it looks, where there is nothing', async () => {
    vi.stubEnv('MYELIN_DATA_MIRROR', '');
    const cacheDir = path.join(tmpdir(), 'myelin-no-flowers');
    await expect(flowers({ cacheDir })).rejects.toThrow(/MYELIN_DATA_MIRROR.*Pass its address as `url`/);
    vi.unstubAllEnvs();
  });
});
