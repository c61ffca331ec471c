import { backendInfo, wasm } from '@myelin/backend-wasm';
import { MemoryError, NdArray, StateError, clearSession, setSeed, useBackend } from '@myelin/core';
import { dense, globalAveragePooling1d } from '@myelin/layers';
import { type Model, sequential } from '@myelin/models';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

function wave(...shape: number[]): NdArray {
  const size = shape.reduce((product, axis) => product * axis, 1);
  return new NdArray(
    Float32Array.from({ length: size }, (_, i) => Math.sin(i * 0.7)),
    shape,
  );
}

function regressor(units: number): Model {
  const model = sequential([dense({ units, activation: 'relu', inputShape: [8] }), dense({ units: 1 })]);
  model.compile({ optimizer: 'adam', loss: 'mse' });
  return model;
}

const [x, y] = [wave(100, 8), wave(100, 1)];
const options = { epochs: 3, verbose: 0, batchSize: 32 } as const;

/** Weights and the state of the optimizer. */
async function stateOf(model: Model): Promise<unknown[]> {
  const variables = [...model.weights, ...(model.optimizer?.variables ?? [])];
  return Promise.all(variables.map(async (variable) => (await variable.read()).toArray()));
}

beforeEach(() => {
  clearSession();
  setSeed(1);
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('memory', () => {
  it('stays what it is over ever new lengths of sequences, and a length that comes back is computed again', async () => {
    await useBackend(wasm({ threads: 1 }));
    const model = sequential([
      dense({ units: 64, activation: 'relu', inputShape: [null, 8] }),
      globalAveragePooling1d(),
      dense({ units: 1 }),
    ]);
    const longest = 120;
    const first = await model.predict(wave(32, longest, 8));
    for (let length = longest - 1; length > 100; length--) await model.predict(wave(32, length, 8));
    const grow = vi.spyOn(WebAssembly.Memory.prototype, 'grow');
    for (let length = 100; length > 60; length--) await model.predict(wave(32, length, 8));
    expect(grow).not.toHaveBeenCalled();
    expect((await model.predict(wave(32, longest, 8))).toArray()).toEqual(first.toArray());
  });

  it('that is too small ends training before it starts, and smaller models are trained', async () => {
    await useBackend(wasm({ threads: 1 }));
    vi.spyOn(WebAssembly.Memory.prototype, 'grow').mockImplementation(() => {
      throw new RangeError('WebAssembly.Memory.grow(): Unable to grow instance memory');
    });
    const model = regressor(200_000);
    model.build([null, 8]);
    const weights = await model.layers[0]?.weights[0]?.read();
    await expect(model.fit(x, y, options)).rejects.toThrow(MemoryError);
    await expect(model.fit(x, y, options)).rejects.toThrow(/^the train step: expected \d+ bytes of memory/);
    const after = await model.layers[0]?.weights[0]?.read();
    expect(after?.data.every((value, i) => value === weights?.data[i])).toBe(true);
    vi.restoreAllMocks();
    const { history } = await regressor(16).fit(x, y, options);
    expect(history['loss']).toHaveLength(3);
  });
});

describe('a fault', () => {
  it('of a program ends training with the weights before it, and training can go on', async () => {
    await useBackend(wasm({ threads: 1 }));
    let isBroken = false;
    const instantiate = WebAssembly.instantiate.bind(WebAssembly) as (
      ...given: [WebAssembly.Module, WebAssembly.Imports]
    ) => Promise<WebAssembly.Instance>;
    vi.spyOn(WebAssembly, 'instantiate').mockImplementation((async (...given: never) => {
      const { exports } = await instantiate(...(given as [WebAssembly.Module, WebAssembly.Imports]));
      const run = exports['run'] as (...threads: number[]) => void;
      return {
        exports: {
          ...exports,
          run(...threads: number[]) {
            run(...threads);
            if (isBroken) throw new WebAssembly.RuntimeError('unreachable');
          },
        },
      };
    }) as never);
    const model = regressor(16);
    await model.fit(x, y, options);
    const before = await stateOf(model);
    isBroken = true;
    await expect(model.fit(x, y, options)).rejects.toThrow(StateError);
    await expect(model.fit(x, y, options)).rejects.toThrow(/got unreachable/);
    expect(await stateOf(model)).toEqual(before);
    isBroken = false;
    await model.fit(x, y, options);
    expect(await stateOf(model)).not.toEqual(before);
  });

  it('of a thread leaves training to the others, and the next training has all threads', async () => {
    const posted = vi.spyOn(Worker.prototype, 'postMessage');
    const trained = async (threads: number, onEpochEnd: () => Promise<void>): Promise<unknown[]> => {
      clearSession();
      setSeed(1);
      await useBackend(wasm({ numerics: 'portable', threads }));
      const model = regressor(256);
      await model.fit(x, y, { ...options, callbacks: [{ onEpochEnd }] });
      return stateOf(model);
    };
    const undisturbed = await trained(1, () => Promise.resolve());
    const disturbed = await trained(2, async () => {
      const workers = new Set(posted.mock.contexts as Worker[]);
      expect(workers.size).toBe(1);
      for (const worker of workers) await worker.terminate();
      expect(backendInfo().threads).toBe(1);
      expect(backendInfo().reason).toMatch('a thread has failed');
    });
    expect(disturbed).toEqual(undisturbed);
    await regressor(16).fit(x, y, options);
    expect(backendInfo().threads).toBe(2);
  });
});
