import { wasm } from '@myelin/backend-wasm';
import { expect, it } from 'vitest';
import { portableBits } from './portable-bits.js';

// What is recorded changes with every kernel or pass that rounds differently: `vitest run -u` writes it anew.
it('portable numerics have the bits that are recorded', async () => {
  const hashes = await portableBits(wasm({ numerics: 'portable' }));
  await expect(`${JSON.stringify(hashes, null, 2)}\n`).toMatchFileSnapshot('portable-bits.json');
});
