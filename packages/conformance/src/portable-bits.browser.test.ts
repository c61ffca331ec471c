/// <reference types="vite/client" />
import { wasm } from '@myelin/backend-wasm';
import { expect, it } from 'vitest';
import { portableBits } from './portable-bits.js';
import recorded from './portable-bits.json?raw';
import { wasmPaths } from './sweep/browser-backends.js';

it('portable numerics have the bits that Node recorded', async () => {
  expect(await portableBits(wasm({ numerics: 'portable', wasmPaths }))).toEqual(JSON.parse(recorded));
});
