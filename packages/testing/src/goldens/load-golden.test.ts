import { readFile, readdir } from 'node:fs/promises';
import { NdArray, PyFloat, flatten } from '@myelin/core';
import { describe, expect, test } from 'vitest';
import { expectClose } from '../expect-close.js';
import { loadGolden, loadInputLayerGolden, loadKerasFile } from './load-golden.js';
import { readGolden } from './read-golden.js';

const folder = new URL('../../../conformance/goldens/', import.meta.url);

/** What `decodeGolden` finds in a tree: its arrays. */
function arraysIn(value: unknown): NdArray[] {
  if (NdArray.isNdArray(value)) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(arraysIn);
}

describe('loadGolden', () => {
  test('Dense: the recorded output is x · kernel + bias', async () => {
    const { unit, keras, cases } = await loadGolden('layers', 'dense');
    expect([unit, keras]).toEqual(['Dense', '3.15.1']);
    const plain = cases[0];
    const [kernel, bias] = plain?.weights ?? [];
    if (plain === undefined || kernel === undefined || bias === undefined) throw new Error('no plain case');
    expect([kernel.path, bias.path]).toEqual(['dense/kernel', 'dense/bias']);
    const [rows, columns] = [4, 3];
    const product = Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (__, c) => {
        let sum = Number(bias.value.at(c));
        for (let k = 0; k < 5; k++) sum += Number(plain.inputs[0]?.at(r, k)) * Number(kernel.value.at(k, c));
        return sum;
      }),
    );
    expectClose(plain.output, product);
    expect(plain.outputShape).toEqual([null, 3]);
  });

  test('keeps whole floats apart from integers', async () => {
    const { cases } = await loadGolden('layers', 'dropout');
    const rates = cases.map(({ serialized }) => (serialized['config'] as Record<string, unknown>)['rate']);
    expect(rates).toContainEqual(new PyFloat(0));
    expect(rates).toContain(0);
    expect(rates).toContain(0.5);
  });

  test('a layer without a call', async () => {
    const { cases } = await loadInputLayerGolden();
    expect(cases.find(({ name }) => name === 'image')?.outputShape).toEqual([null, 28, 28, 1]);
  });

  test('a saved model', async () => {
    const { bytes, record } = await loadKerasFile('mlp');
    expect(new TextDecoder().decode(bytes.subarray(0, 2))).toBe('PK');
    expect(flatten(record.predictions).map(({ shape }) => shape)).toEqual([[20, 1]]);
    expect(record.training?.losses).toHaveLength(3);
    expect(record.summary).toContain('Optimizer params: 164');
  });
});

describe('readGolden', () => {
  test('refuses what is no golden file', () => {
    expect(() => readGolden('layers', [])).toThrow('readGolden of layers: expected an object with cases');
  });

  test('every committed file has cases of distinct names and arrays that fit their shapes', async () => {
    const kinds = ['activations', 'layers', 'losses', 'metrics', 'optimizers', 'training'] as const;
    const others = ['initializers', 'regularizers', 'ops'] as const;
    for (const kind of [...kinds, ...others]) {
      const files = (await readdir(new URL(`${kind}/`, folder))).filter((file) => file.endsWith('.json'));
      expect(files.length, kind).toBeGreaterThan(3);
      for (const file of files) {
        const json: unknown = JSON.parse(await readFile(new URL(`${kind}/${file}`, folder), 'utf8'));
        const { cases } = readGolden(kind, json);
        expect(new Set(cases.map(({ name }) => name)).size, file).toBe(cases.length);
        expect(cases.length, file).toBeGreaterThan(0);
        if (file !== 'input-layer.json') {
          for (const one of cases) expect(arraysIn(one).length, `${file}, ${one.name}`).toBeGreaterThan(0);
        }
      }
    }
  });
});
