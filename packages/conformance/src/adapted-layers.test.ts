import '@tensorflow/tfjs-backend-cpu';
import { wasm } from '@myelin/backend-wasm';
import { clearSession, setSeed, useBackend } from '@myelin/core';
import { dense, embedding, flatten } from '@myelin/layers';
import { loadModel, sequential } from '@myelin/models';
import { eagerRuntime } from '@myelin/ops';
import { expectClose } from '@myelin/testing';
import { beforeEach, describe, expect, it } from 'vitest';

const x = [
  [1, 0, 2],
  [3, 3, 1],
  [0, 2, 2],
  [1, 1, 3],
];
const y = [[1], [0], [1], [0]];

beforeEach(() => {
  clearSession();
  setSeed(1);
});

describe.each([
  ['eager', () => eagerRuntime('cpu')],
  ['compiled', () => wasm()],
] as const)('adapted layers, %s', (name, runtime) => {
  it('train their small weights alone, and are one weight in files', async () => {
    await useBackend(runtime());
    const words = embedding({ inputDim: 4, outputDim: 3, inputShape: [3] });
    const out = dense({ units: 1, activation: 'sigmoid' });
    const model = sequential([words, flatten(), out]);
    const untouched = await model.predict(x);

    words.enableLora(2);
    out.enableLora(1, { loraAlpha: 4 });
    expectClose(await model.predict(x), untouched);
    const jitCompile = name === 'compiled' ? true : 'auto';
    model.compile({ optimizer: 'adam', loss: 'binary_crossentropy', jitCompile });
    const frozen = await Promise.all(model.nonTrainableWeights.map((weight) => weight.read()));
    const { history } = await model.fit(x, y, { epochs: 30, verbose: 0 });
    expect(Number(history['loss']?.at(-1))).toBeLessThan(Number(history['loss']?.[0]) - 0.01);
    const after = await Promise.all(model.nonTrainableWeights.map((weight) => weight.read()));
    expect(model.nonTrainableWeights.map((weight) => weight.path)).toEqual([
      'sequential/embedding/embeddings',
      'sequential/dense/kernel',
    ]);
    expect(after.map((array) => array.toArray())).toEqual(frozen.map((array) => array.toArray()));

    const loaded = await loadModel(await model.toBytes());
    expect(loaded.getConfig()).toEqual(model.getConfig());
    expectClose(await loaded.predict(x), await model.predict(x));
  });
});
