import { backendInfo, wasm } from '@myelin/backend-wasm';
import { NdArray, type Runtime, clearSession, setSeed, useBackend } from '@myelin/core';
import { dense, input } from '@myelin/layers';
import { type Model, functional } from '@myelin/models';
import { afterEach, expect, test, vi } from 'vitest';
import { trainBits } from './train-bits.js';
import { type Workload, workloads } from './workloads.js';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const cores = Math.min(8, navigator.hardwareConcurrency);

test('workers of a page compute the bits that its own thread computes', async () => {
  const workload = workloads['cnn-128'] as Workload;
  vi.stubGlobal('SharedArrayBuffer', undefined);
  const alone = await trainBits(wasm({ numerics: 'portable', threads: 1 }), workload);
  vi.unstubAllGlobals();
  expect(await trainBits(wasm({ numerics: 'portable' }), workload)).toEqual(alone);
  expect(backendInfo().threads).toBe(cores);
});

const [units, batchSize] = [768, 512];
const x = new NdArray(
  Float32Array.from({ length: batchSize * units }, (_, i) => Math.sin(i)),
  [batchSize, units],
);

/** A network of which a step takes long, though it has few weights and little data: one layer, many times. */
async function slowModel(runtime: Runtime): Promise<Model> {
  await useBackend(runtime);
  clearSession();
  setSeed(1);
  const layer = dense({ units, activation: 'tanh' });
  const inputs = input({ shape: [units] });
  let outputs = layer(inputs);
  for (let i = 1; i < 12; i++) outputs = layer(outputs);
  const model = functional({ inputs, outputs });
  model.compile({ optimizer: 'sgd', loss: 'mse', jitCompile: true });
  return model;
}

/** The longest time between two turns of the page's timers while something goes on, and the frames that were drawn. */
async function watchPage(work: () => Promise<unknown>): Promise<{ longestMs: number; frames: number }> {
  let [last, longestMs, frames] = [performance.now(), 0, 0];
  const tick = (): void => {
    const now = performance.now();
    longestMs = Math.max(longestMs, now - last);
    last = now;
  };
  const timer = setInterval(tick);
  const draw = (): void => {
    frames++;
    frame = requestAnimationFrame(draw);
  };
  let frame = requestAnimationFrame(draw);
  await work();
  tick();
  clearInterval(timer);
  cancelAnimationFrame(frame);
  return { longestMs, frames };
}

test.each([
  { threads: undefined, used: cores },
  { threads: 1, used: 1 },
])('a page is free while it trains on $used threads', async ({ threads, used }) => {
  const model = await slowModel(wasm(threads === undefined ? {} : { threads }));
  expect(backendInfo().threads).toBe(used);
  const fit = (epochs: number): Promise<unknown> => model.fit(x, x, { epochs, batchSize, verbose: 0 });
  await fit(1); // Recording and compiling are the page's own.
  const epochs = 3;
  const begin = performance.now();
  const { longestMs, frames } = await watchPage(() => fit(epochs));
  const stepMs = (performance.now() - begin) / epochs;
  // It would be a step and more if it ran where it is called.
  expect(longestMs).toBeLessThan(stepMs / 2);
  expect(frames).toBeGreaterThan(epochs);
});
