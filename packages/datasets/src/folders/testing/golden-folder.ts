import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NdArray, type NestedArray } from '@myelin/core';
import { expect } from 'vitest';
import type { FolderDataset } from '../folder-dataset.js';

export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(text, 'base64'));

/** A new folder with files of a golden, in base64, in it; a path that ends in `/` is an empty folder. */
export async function writeFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'myelin-folder-'));
  for (const [name, content] of Object.entries(files)) {
    const place = path.join(folder, name);
    await mkdir(name.endsWith('/') ? place : path.dirname(place), { recursive: true });
    if (!name.endsWith('/')) await writeFile(place, fromBase64(content));
  }
  return folder;
}

/** The same files as a page gets them from an `<input webkitdirectory>`. */
export function givenFiles(files: Readonly<Record<string, string>>): File[] {
  const there = Object.entries(files).filter(([name]) => !name.endsWith('/'));
  return there.map(([name, content]) =>
    Object.assign(new File([fromBase64(content)], path.basename(name)), {
      webkitRelativePath: `chosen/${name}`,
    }),
  );
}

/** Options of Keras under our names. */
export function inOurNames(options: object): object {
  const renamed = (name: string): string =>
    name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [renamed(name), value as unknown]),
  );
}

/** A data set; of a pair the part that Keras does not shuffle again, and whose order is therefore known. */
export function unshuffled(made: FolderDataset | [FolderDataset, FolderDataset]): FolderDataset {
  return Array.isArray(made) ? made[1] : made;
}

type GoldenBatch = Readonly<Record<string, { readonly dtype: string; readonly values: unknown } | undefined>>;

/** Expects a data set to hold the batches that Keras' has; numbers in `x` may differ by `tolerance`. */
export async function expectBatches(
  dataset: AsyncIterable<object>,
  batches: readonly object[],
  tolerance: number,
): Promise<void> {
  let seen = 0;
  for await (const batch of dataset) {
    const expected = { ...batches[seen++] } as GoldenBatch;
    expect(Object.keys(batch)).toEqual(Object.keys(expected));
    for (const [name, array] of Object.entries(batch) as [string, NdArray][]) {
      const golden = expected[name] ?? { dtype: '', values: [] };
      // Keras keeps bytes where it takes the nearest pixel.
      expect(array.dtype).toBe(golden.dtype === 'uint8' ? 'float32' : golden.dtype);
      if (array.dtype === 'string') expect(array.toArray()).toEqual(golden.values);
      else {
        const wanted = NdArray.from(golden.values as NestedArray, 'float64');
        expect(array.shape).toEqual(wanted.shape);
        expect(largestDifference(array, Array.from(wanted.data, Number))).toBeLessThanOrEqual(
          name === 'x' ? tolerance : 0,
        );
      }
    }
  }
  expect(seen).toBe(batches.length);
}

export function largestDifference(array: NdArray, expected: readonly number[]): number {
  expect(array.size).toBe(expected.length);
  return Math.max(0, ...expected.map((value, i) => Math.abs(Number(array.data[i]) - value)));
}
