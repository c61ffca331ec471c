import '@tensorflow/tfjs-backend-cpu';
import { wasm } from '@myelin/backend-wasm';
import { NdArray, clearSession, setSeed, useBackend } from '@myelin/core';
import {
  dense,
  dropout,
  embedding,
  flatten,
  input,
  multiHeadAttention,
  spectralNormalization,
} from '@myelin/layers';
import { functional, loadModel, sequential } from '@myelin/models';
import { eagerRuntime } from '@myelin/ops';
import { expectClose } from '@myelin/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const x = NdArray.from([
  [1, 0, 2],
  [3, 3, 1],
  [0, 2, 2],
  [1, 1, 3],
]);
const y = [[1], [0], [1], [0]];

beforeEach(() => {
  clearSession();
  setSeed(1);
});

describe.each([
  ['eager', () => eagerRuntime('cpu')],
  ['compiled', () => wasm()],
] as const)('quantized models, %s', (name, runtime) => {
  it.each(['int8', 'int4'] as const)('predict about the same in %s, and go through files', async (mode) => {
    await useBackend(runtime());
    const model = sequential([
      embedding({ inputDim: 4, outputDim: 8, embeddingsInitializer: 'glorot_uniform', inputShape: [3] }),
      flatten(),
      dense({ units: 16, activation: 'relu' }),
      dropout({ rate: 0.5 }),
      dense({ units: 1 }),
    ]);
    const exact = await model.predict(x);
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    await model.quantize(mode);
    expect(warn.mock.calls).toEqual([
      ['quantize: layers of Flatten, Dropout stay as they are; they cannot be quantized.'],
    ]);
    warn.mockRestore();
    const rough = await model.predict(x);
    expectClose(rough, exact, { rtol: mode === 'int8' ? 0.05 : 0.5 });
    expect(rough.toArray()).not.toEqual(exact.toArray());
    const loaded = await loadModel(await model.toBytes());
    expect(loaded.getConfig()).toEqual(model.getConfig());
    expect((await loaded.predict(x)).toArray()).toEqual(rough.toArray());
    if (name === 'compiled') {
      const { steps } = await model.explain(x);
      expect(steps.map(({ report }) => report.kind)).toEqual(['program']);
    }
  });

  it('train what adapts them', async () => {
    await useBackend(runtime());
    const words = embedding({ inputDim: 4, outputDim: 3, inputShape: [3] });
    const out = dense({ units: 1, activation: 'sigmoid' });
    const model = sequential([words, flatten(), dense({ units: 6, activation: 'tanh' }), out]);
    await model.quantize('int8', { filters: /dense/ });
    words.enableLora(2);
    out.enableLora(1);
    model.compile({
      optimizer: 'adam',
      loss: 'binary_crossentropy',
      jitCompile: name === 'compiled' ? true : 'auto',
    });
    const before = await Promise.all(model.nonTrainableWeights.map((weight) => weight.read()));
    const { history } = await model.fit(x, y, { epochs: 40, verbose: 0 });
    expect(Number(history['loss']?.at(-1))).toBeLessThan(Number(history['loss']?.[0]) - 0.01);
    const after = await Promise.all(model.nonTrainableWeights.map((weight) => weight.read()));
    expect(after.map((array) => array.toArray())).toEqual(before.map((array) => array.toArray()));
    const loaded = await loadModel(await model.toBytes());
    expectClose(await loaded.predict(x), await model.predict(x), { rtol: 0.05 });
  });
});

it('quantizes the layers that the filters mean', async () => {
  await useBackend(eagerRuntime('cpu'));
  const layers = ['a', 'b', 'ab', 'c'].map((name) => dense({ units: 2, name }));
  const model = sequential([input({ shape: [2] }), ...layers]);
  const quantized = (): string[] =>
    layers.filter(({ weights }) => weights.some(({ dtype }) => dtype === 'int8')).map(({ name }) => name);
  await model.quantize('int8', { filters: '^a$' });
  expect(quantized()).toEqual(['a']);
  await model.quantize('int4', { filters: ({ name }) => name === 'c' });
  expect(quantized()).toEqual(['a', 'c']);
  await expect(model.quantize('int8')).rejects.toThrow('a (Dense): expected a layer of floats');
});

it('leaves the weights that another layer changes', async () => {
  await useBackend(eagerRuntime('cpu'));
  const layer = dense({ units: 2 });
  const model = sequential([spectralNormalization({ layer, inputShape: [3] }), dense({ units: 1 })]);
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  await model.quantize('int8');
  expect(warn).toHaveBeenCalledWith('quantize: layers of Dense stay as they are; they cannot be quantized.');
  warn.mockRestore();
  expect(model.weights.filter(({ dtype }) => dtype === 'int8').map(({ path }) => path)).toEqual([
    'sequential/dense_1/kernel',
  ]);
});

it('quantizes the layers within layers', async () => {
  await useBackend(eagerRuntime('cpu'));
  const start = input({ shape: [3, 4] });
  const attention = multiHeadAttention({ numHeads: 2, keyDim: 2 });
  const model = functional({ inputs: start, outputs: attention([start, start]) });
  const given = NdArray.from([[[1, 2, 3, 4], [0, 1, 0, 1], [2, 0, -1, 1]]]); // prettier-ignore
  const exact = await model.predict(given);
  await model.quantize('int8');
  expect(model.weights.filter(({ dtype }) => dtype === 'int8')).toHaveLength(4);
  expectClose(await model.predict(given), exact, { rtol: 0.05 });
  await expect(model.toBytes()).rejects.toThrow('expected quantized layers that a file can name');
});
