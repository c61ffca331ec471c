import { wasm } from '@myelin/backend-wasm';
import { type Runtime, clearSession, setSeed, useBackend } from '@myelin/core';
import { expectClose } from '@myelin/testing';
import { expect, it } from 'vitest';
import { compiled, opByOp } from './sweep/wasm-runtimes.js';
import { type Workload, workloads } from './workloads.js';

/** The losses of 50 epochs of two steps each. */
async function losses(runtime: Runtime, { build, loss, data }: Workload): Promise<readonly number[]> {
  await useBackend(runtime);
  clearSession();
  setSeed(5);
  const model = build();
  model.compile({ optimizer: 'adam', loss });
  const { x, y } = data(32);
  const { history } = await model.fit(x, y, { batchSize: 16, epochs: 50, verbose: 0 });
  return history['loss'] ?? [];
}

it.each(['regression', 'mlp', 'cnn', 'lstm', 'gru', 'autoencoder', 'transformer'])(
  'compiled steps have the loss curve of eager ones: %s',
  async (name) => {
    const workload = workloads[name] as Workload;
    const eager = await losses(opByOp(wasm()), workload);
    expect(eager[49]).toBeLessThan(0.99 * (eager[0] ?? 0));
    expectClose(await losses(compiled(wasm()), workload), eager, { rtol: 1e-4, atol: 0, relativeTo: 'each' });
  },
);
