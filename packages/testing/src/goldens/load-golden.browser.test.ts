import { expect, test } from 'vitest';
import { loadGolden, loadKerasFile } from './load-golden.js';

test('goldens load in a page', async () => {
  const { cases } = await loadGolden('layers', 'dense');
  expect(cases[0]?.output.shape).toEqual([4, 3]);
  const { bytes } = await loadKerasFile('mlp');
  expect([...bytes.subarray(0, 2)]).toEqual([0x50, 0x4b]);
});

test('a golden that does not exist is an error', async () => {
  await expect(loadGolden('layers', 'no-such-layer')).rejects.toThrow('no-such-layer');
});
