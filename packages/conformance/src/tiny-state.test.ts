import { wasm } from '@myelin/backend-wasm';
import { NdArray, type Runtime, clearSession, setSeed, useBackend } from '@myelin/core';
import { dense, embedding, flatten } from '@myelin/layers';
import { sequential } from '@myelin/models';
import { expect, it } from 'vitest';
import { compiled, opByOp } from './sweep/wasm-runtimes.js';

const batch = (words: readonly number[]): NdArray =>
  new NdArray(Int32Array.from(words), [words.length / 2, 2]);
const y = NdArray.from([[1], [-1]]);

/** What Adam remembers of a word that was seen in the first step and not in the 1,500 after it, and its vector. */
async function seenOnce(runtime: Runtime): Promise<Record<'momentum' | 'velocity' | 'vector', number[]>> {
  await useBackend(runtime);
  clearSession();
  setSeed(1);
  const model = sequential([
    embedding({ inputDim: 4, outputDim: 3, inputShape: [2] }),
    flatten(),
    dense({ units: 1 }),
  ]);
  model.compile({ optimizer: 'adam', loss: 'mse' });
  await model.fit(batch([0, 3, 1, 2]), y, { verbose: 0 });
  await model.fit(batch([0, 2, 1, 2]), y, { verbose: 0, epochs: 1_500 });
  const row = async (name: string): Promise<number[]> => {
    const all = [...model.weights, ...(model.optimizer?.variables ?? [])];
    const found = await all.find(({ path }) => path.endsWith(name))?.read();
    return [...(found?.data.slice(9) ?? [])].map(Number);
  };
  return {
    momentum: await row('embeddings_momentum'),
    velocity: await row('embeddings_velocity'),
    vector: await row('embeddings'),
  };
}

it('moments that fade become 0 in programs, which changes nothing else', async () => {
  const eager = await seenOnce(opByOp(wasm()));
  const found = await seenOnce(compiled(wasm()));
  const least = 2 ** -126;
  for (const [i, momentum] of eager.momentum.entries()) {
    expect(momentum).not.toBe(0);
    expect(Math.abs(momentum)).toBeLessThan(least);
    expect(found.momentum[i]).toBe(0);
    expect(found.velocity[i]).toBeCloseTo(eager.velocity[i] ?? NaN, 12);
    expect(found.vector[i]).toBeCloseTo(eager.vector[i] ?? NaN, 6);
  }
  expect(eager.momentum).toHaveLength(3);
});
