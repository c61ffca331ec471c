import { wasm } from '@myelin/backend-wasm';
import { useBackend } from '@myelin/core';
import { memory } from '@tensorflow/tfjs-core';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { type Workload, workloads } from './workloads.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** The memories of programs, as they are made. */
const memories: WebAssembly.Memory[] = [];
WebAssembly.Memory = class extends WebAssembly.Memory {
  constructor(descriptor: WebAssembly.MemoryDescriptor) {
    super(descriptor);
    memories.push(this);
  }
};

interface Use {
  readonly tensors: number;
  readonly programBytes: number;
  readonly processBytes: number;
}

/** What is in use once everything that is not has been collected. */
async function measure(): Promise<Use> {
  for (let i = 0; i < 4; i++) {
    collectGarbage();
    // Finalizers run between tasks.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    tensors: memory().numTensors,
    programBytes: memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
    processBytes: process.memoryUsage.rss(),
  };
}

it('takes no more memory after 10,000 steps than after 2,000', async () => {
  await useBackend(wasm());
  const { build, loss, data } = workloads['mlp'] as Workload;
  const model = build();
  model.compile({ optimizer: 'adam', loss, metrics: ['accuracy'] });
  // The last batches are of any size, each one with a program of its own.
  const sets = Array.from({ length: 16 }, (_, rest) => data(96 + rest));
  let steps = 0;
  const train = async (until: number): Promise<Use> => {
    for (let round = 0; steps < until; round++) {
      const { x, y } = sets[round % sets.length] as (typeof sets)[number];
      await model.fit(x, y, { batchSize: 16, epochs: 10, verbose: 0 });
      await model.evaluate(x, y, { batchSize: 16 });
      await model.predict(x, { batchSize: 16 });
      steps = Number((await model.optimizer?.variables[0]?.read())?.item());
    }
    return measure();
  };
  const before = await train(2_000);
  const after = await train(10_000);
  expect(steps).toBeGreaterThanOrEqual(10_000);
  expect(before.programBytes).toBeGreaterThan(0);
  expect(after.tensors).toBe(before.tensors);
  expect(after.programBytes).toBe(before.programBytes);
  expect(after.processBytes - before.processBytes).toBeLessThan(5 * 2 ** 20);
});
