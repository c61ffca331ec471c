import '@tensorflow/tfjs-backend-cpu';
import { StateError, type SymbolicTensor, clearSession, setSeed, useBackend } from '@myelin/core';
import {
  concatenate,
  dense,
  discretization,
  embedding,
  globalAveragePooling1d,
  hashedCrossing,
  input,
  normalization,
  stringLookup,
  textVectorization,
} from '@myelin/layers';
import { eagerRuntime } from '@myelin/ops';
import { memory } from '@tensorflow/tfjs-core';
import { beforeEach, expect, it } from 'vitest';
import { functional } from '../functional.js';
import { sequential } from '../sequential.js';

const texts = Array.from({ length: 24 }, (_, i) => (i % 3 === 0 ? 'a good film' : 'bad, bad!'));
const labels = texts.map((text) => [Number(text.includes('good'))]);
const vocabulary = ['good', 'bad', 'film'];

beforeEach(async () => {
  await useBackend(eagerRuntime('cpu'));
  clearSession();
  setSeed(1);
});

it('trains on texts, and tells what runs on the host', async () => {
  const model = sequential([
    textVectorization({ vocabulary }),
    embedding({ inputDim: 5, outputDim: 4, maskZero: true }),
    globalAveragePooling1d(),
    dense({ units: 1, activation: 'sigmoid' }),
  ]);
  model.compile({ optimizer: 'adam', loss: 'binary_crossentropy', metrics: ['accuracy'] });
  const before = memory().numTensors;
  const options = { epochs: 60, batchSize: 8, validationSplit: 0.25, verbose: 0 } as const;
  const { history } = await model.fit(texts, labels, options);
  expect(memory().numTensors).toBe(before);
  expect(history['val_accuracy']?.at(-1)).toBe(1);
  expect((await model.evaluate(texts, labels))['accuracy']).toBe(1);
  const alone = await model.predict(texts.slice(0, 2));
  expect(alone.shape).toEqual([2, 1]);
  expect(memory().numTensors).toBe(before);

  const explanation = await model.explain(texts);
  expect(explanation.host).toEqual(['text_vectorization (TextVectorization)']);
  expect(String(explanation)).toContain('on the host, ahead of each step: text_vectorization');
  expect(explanation.steps.at(-1)?.inputs).toEqual([{ shape: [24, 3], dtype: 'int32' }]);
});

it('gives strings back, and what else comes from the host alone', async () => {
  const there = sequential([input({ shape: [2], dtype: 'string' }), stringLookup({ vocabulary })]);
  const indices = await there.predict(
    [
      ['bad', 'good'],
      ['what', 'film'],
    ],
    { batchSize: 1 },
  );
  expect(indices.dtype).toBe('int32');
  expect(indices.toArray()).toEqual([
    [2, 1],
    [0, 3],
  ]);
  const back = sequential([
    input({ shape: [2], dtype: 'int32' }),
    stringLookup({ vocabulary, invert: true }),
  ]);
  const words = await back.predict(indices, { batchSize: 1 });
  expect(words.toArray()).toEqual([
    ['bad', 'good'],
    ['[UNK]', 'film'],
  ]);
});

it('computes on the host what comes from other layers, and numbers beside strings', async () => {
  const [size, kind] = [input({ shape: [1] }), input({ shape: [1], dtype: 'string' })];
  const bins = discretization({ binBoundaries: [0] })(size);
  const crossed = hashedCrossing({ numBins: 1000 })([bins, kind]);
  const scaled = normalization({ mean: 1, variance: 4 })(size);
  const model = functional({ inputs: [size, kind], outputs: concatenate()([scaled, crossed]) });
  const found = await model.predict([
    [[-1], [5]],
    [['a'], ['a']],
  ] as never);
  const direct = hashedCrossing({ numBins: 1000 })([
    [[0], [1]],
    [['a'], ['a']],
  ]);
  const [first, second] = direct.dataSync();
  expect(found.toArray()).toEqual([
    [-1, first],
    [2, second],
  ]);
  direct.dispose();
});

it('takes a model for strings as a layer of another model', async () => {
  const words = input({ shape: [2], dtype: 'string' });
  const prepare = functional({
    inputs: words,
    outputs: stringLookup({ vocabulary, outputMode: 'multi_hot' })(words),
  });
  const given = input({ shape: [2], dtype: 'string' });
  const model = functional({
    inputs: given,
    outputs: dense({ units: 1, kernelInitializer: 'ones' })(prepare(given) as SymbolicTensor),
  });
  expect((await model.predict([['bad', 'good']])).toArray()).toEqual([[2]]);
  model.compile({ optimizer: 'sgd', loss: 'mse' });
  const { history } = await model.fit([['bad', 'good']], [[2]], { verbose: 0 });
  expect(history['loss']).toEqual([0]);
});

it('refuses to train what it could not', async () => {
  const size = input({ shape: [1] });
  const bins = discretization({ binBoundaries: [0] })(dense({ units: 1 })(size));
  const crossed = hashedCrossing({ numBins: 8, outputMode: 'one_hot' })([bins, bins]);
  const model = functional({ inputs: size, outputs: dense({ units: 1 })(crossed) });
  model.compile({ optimizer: 'sgd', loss: 'mse' });
  await expect(model.fit([[1]], [[1]], { verbose: 0 })).rejects.toThrow(StateError);
});

it('says where strings and numbers belong', async () => {
  const model = sequential([input({ shape: [1], dtype: 'string' }), stringLookup({ vocabulary })]);
  await expect(model.predict([[1]])).rejects.toThrow('expected strings in `x`');
  const numbers = sequential([dense({ units: 1, inputShape: [1] })]);
  await expect(numbers.predict([['one']])).rejects.toThrow('expected numbers in `x`');
});
