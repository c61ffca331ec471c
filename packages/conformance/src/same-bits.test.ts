import { wasm } from '@myelin/backend-wasm';
import { setSeed, useBackend } from '@myelin/core';
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { trainBits } from './train-bits.js';
import { workloads } from './workloads.js';

const cores = os.availableParallelism;

/** There are no more threads than cores; results are equal on machines with three all the same. */
beforeAll(() => {
  os.availableParallelism = () => 3;
  syncBuiltinESMExports();
});
afterAll(() => {
  os.availableParallelism = cores;
  syncBuiltinESMExports();
});

it.each(Object.entries(workloads))(
  'one seed gives the same bits on 1, 2 and 3 threads, and with vectors joined: %s',
  async (_, workload) => {
    const alone = await trainBits(wasm({ threads: 1 }), workload);
    expect(alone.length).toBeGreaterThan(0);
    for (const [threads, wideVectors] of [
      [1, false],
      [2, false],
      [3, false],
      [2, true],
    ] as const) {
      const bits = await trainBits(wasm({ threads, wideVectors }), workload);
      const how = `on ${threads} threads${wideVectors ? ', with vectors joined' : ''}`;
      expect(Buffer.compare(bits, alone), how).toBe(0);
    }
  },
);

it('several threads have a part in the steps', async () => {
  for (const threads of [2, 3]) {
    await useBackend(wasm({ threads }));
    setSeed(1);
    const { build, loss, data } = workloads['cnn-128'] as (typeof workloads)[string];
    const model = build();
    model.compile({ optimizer: 'adam', loss });
    const { x, y } = data(16);
    await model.fit(x, y, { batchSize: 16, verbose: 0 });
    const [step] = (await model.explain()).steps;
    expect(step?.report).toMatchObject({ kind: 'program', threads });
  }
});
