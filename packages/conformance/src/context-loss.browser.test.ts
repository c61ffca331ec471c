import { webgl } from '@myelin/backend-webgl';
import { type NdArray, StateError, setSeed, useBackend } from '@myelin/core';
import { dense } from '@myelin/layers';
import { type Callback, type Model, sequential } from '@myelin/models';
import { relu, tensor } from '@myelin/ops';
import { expectClose } from '@myelin/testing';
import { type Tensor, backend, memory, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { wasmInPage } from './sweep/browser-backends.js';

interface WebglBackend {
  getGPGPUContext(): { readonly gl: WebGL2RenderingContext };
}

const x = Array.from({ length: 64 }, (_, i) => [Math.sin(i), Math.cos(2 * i), Math.sin(5 * i)]);
const y = x.map(([a = 0, b = 0, c = 0]) => [a - 2 * b + c]);

function makeModel(): Model {
  const model = sequential([
    dense({ units: 8, activation: 'relu', inputShape: [3] }),
    dense({ units: 1, trainable: false }),
  ]);
  model.compile({ optimizer: 'adam', loss: 'mse' });
  return model;
}

/** Every value that the training changes, and those that stay. */
async function stateOf(model: Model): Promise<unknown[]> {
  const variables = [...model.weights, ...(model.optimizer?.variables ?? [])];
  const values: NdArray[] = await Promise.all(variables.map((variable) => variable.read()));
  return values.map((value) => value.toArray());
}

const options = { batchSize: 16, shuffle: false, verbose: 0 } as const;

/** Takes the context away in the second epoch, as a browser does. Reads nothing: what tfjs has read, it keeps. */
function loseAfter(batches: number): Callback & { seen: number } {
  return {
    seen: 0,
    onTrainBatchEnd() {
      this.seen++;
      if (this.seen < batches) return;
      const { gl } = (backend() as unknown as WebglBackend).getGPGPUContext();
      gl.getExtension('WEBGL_lose_context')?.loseContext();
    },
  };
}

describe('a context that is lost', () => {
  const loser = loseAfter(6);
  let idle: Model;
  let predictions: readonly number[];
  let expected: unknown[];
  let model: Model;
  let tensors = 0;
  let unread: Tensor;
  let error: unknown;

  beforeAll(async () => {
    await useBackend(webgl({ backupIntervalMs: 0 }));
    idle = makeModel();
    predictions = [...(await idle.predict(x)).data].map(Number);
    // A twin that learns for as many steps, and then is read.
    setSeed(1);
    const twin = makeModel();
    await twin.fit(x, y, options);
    await twin.fit(x, y, { ...options, initialEpoch: 1, epochs: 2, stepsPerEpoch: 2 });
    expected = await stateOf(twin);

    setSeed(1);
    model = makeModel();
    tensors = memory().numTensors;
    unread = tidy(() => relu(tensor(x)));
    error = await model
      .fit(x, y, { ...options, epochs: 3, callbacks: [loser] })
      .catch((reason: unknown) => reason);
  });

  it('ends the training with an error that says what to do', () => {
    expect(error).toBeInstanceOf(StateError);
    expect(String(error)).toContain('webgl: expected a graphics device, got one whose context was lost.');
    expect(String(error)).toContain('go on with wasm()');
    expect(loser.seen).toBe(6);
  });

  it('leaves weights, slots and iteration of the last step', async () => {
    expect(await stateOf(model)).toEqual(expected);
  });

  it('leaves no tensors', () => {
    expect(memory().numTensors).toBe(tensors + 1);
  });

  it('is found out by all that would compute or read on it', async () => {
    const lost = 'one whose context was lost';
    await expect(model.predict(x)).rejects.toThrow(lost);
    await expect(model.fit(x, y, { verbose: 0 })).rejects.toThrow(lost);
    await expect(idle.predict(x)).rejects.toThrow(lost);
    await expect(unread.data()).rejects.toThrow(lost);
    expect(() => unread.dataSync()).toThrow(lost);
    await expect(useBackend(webgl()).then(() => idle.predict(x))).rejects.toThrow(lost);
    unread.dispose();
  });

  it('does not keep models from going on elsewhere', async () => {
    await useBackend(wasmInPage.runtime);
    expectClose((await idle.predict(x)).data, predictions, { rtol: 1e-4 });
    const { loss: start } = await model.evaluate(x, y);
    const { history } = await model.fit(x, y, { ...options, epochs: 40 });
    expect(history['loss']?.at(-1)).toBeLessThan(start ?? NaN);
    const iteration = await model.optimizer?.variables[0]?.read();
    expect(Number(iteration?.data[0])).toBe(6 + 160);
  });
});
