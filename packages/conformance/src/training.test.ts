import '@tensorflow/tfjs-backend-cpu';
import { type NdArray, clearSession, flatten, mapTree, useBackend } from '@myelin/core';
import { type Predictions, modelFromConfig } from '@myelin/models';
import { eagerRuntime } from '@myelin/ops';
import { expectClose, loadGolden } from '@myelin/testing';
import { memory } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { bare } from './bare.js';
import { expectWeights, optionsOf } from './training-case.js';

const files = [
  'autoencoder',
  'binary',
  'classification',
  'classification-weights',
  'convolution',
  'dictionary-outputs',
  'limited-steps',
  'masks',
  'normalization',
  'penalties',
  'regression',
  'regression-optimizers',
  'several-outputs',
  'several-outputs-sequences',
  'several-outputs-weights',
  'transformer',
  'updates',
];
const cases = await Promise.all(
  files.map(async (file) => ({ file, cases: (await loadGolden('training', file)).cases })),
);

beforeEach(async () => {
  await useBackend(eagerRuntime('cpu'));
  clearSession();
});

describe.each(cases)('$file', ({ cases: given }) => {
  it.each(given)('$name trains as in Keras', async (golden) => {
    const model = await modelFromConfig(golden.model);
    model.setWeights(golden.weights.map(({ value }) => value));
    const [x, y] = [bare(golden.x), bare(golden.y)];
    const before = memory().numTensors;
    const { history } = await model.fit(x, y, optionsOf(golden));
    expect(Object.keys(history)).toEqual(Object.keys(golden.history));
    for (const [name, values] of Object.entries(golden.history)) {
      expectClose(history[name] as number[], values, { rtol: 1e-4, atol: 1e-6, what: name });
    }
    await expectWeights(model, golden.weightsAfter);
    const state = model.optimizer?.variables ?? [];
    expect(state.map(({ path }) => path)).toEqual(golden.state.map(({ path }) => path));
    // Where masks leave steps out, the mean of the losses depends on the batches.
    const evaluation = await model.evaluate(x, y, { batchSize: Number(golden.fit['batch_size']) });
    for (const [name, value] of Object.entries(golden.evaluation)) {
      expectClose([evaluation[name] ?? NaN], [value], { rtol: 1e-4, atol: 1e-6, what: `evaluate ${name}` });
    }
    const predictions = await model.predict<Predictions>(x);
    const expected = bare(golden.predictions);
    const shapes = (arrays: Predictions): unknown => mapTree(arrays, ({ shape }) => [...shape]);
    expect(shapes(predictions)).toEqual(shapes(expected));
    flatten(predictions).forEach((array, i) => {
      expectClose(array, flatten(expected)[i] as NdArray, {
        rtol: 1e-4,
        atol: 1e-6,
        what: `prediction ${i}`,
      });
    });
    expect(memory().numTensors).toBe(before);
  });
});
