import '@tensorflow/tfjs-backend-cpu';
import { type NdArray, camelCase, clearSession, useBackend } from '@myelin/core';
import { type FitOptions, type Model, modelFromConfig } from '@myelin/models';
import { eagerRuntime } from '@myelin/ops';
import { type TrainingCase, expectClose, loadGolden } from '@myelin/testing';
import { memory } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';

// `several-outputs` is left out: models with several outputs predict, but do not train yet.
const files = [
  'binary',
  'classification',
  'classification-weights',
  'convolution',
  'masks',
  'normalization',
  'penalties',
  'regression',
  'regression-optimizers',
];
const cases = await Promise.all(
  files.map(async (file) => ({ file, cases: (await loadGolden('training', file)).cases })),
);

beforeEach(async () => {
  await useBackend(eagerRuntime('cpu'));
  clearSession();
});

const only = (arrays: readonly NdArray[]): NdArray => arrays[0] as NdArray;

function optionsOf({ fit, sampleWeight, validation }: TrainingCase): FitOptions {
  return {
    ...Object.fromEntries(Object.entries(fit).map(([key, value]) => [camelCase(key), value])),
    verbose: 0,
    shuffle: false,
    ...(sampleWeight === undefined ? {} : { sampleWeight }),
    ...(validation === undefined
      ? {}
      : {
          validationData: {
            x: only(validation.x),
            y: only(validation.y),
            ...(validation.sampleWeight === undefined ? {} : { sampleWeight: validation.sampleWeight }),
          },
        }),
  };
}

async function expectWeights(model: Model, expected: TrainingCase['weightsAfter']): Promise<void> {
  const weights = await model.getWeights();
  expect(model.weights.map(({ path }) => path)).toEqual(expected.map(({ path }) => path));
  // Adam turns rounding noise of tiny gradients into whole steps, hence the wider tolerance of long runs.
  weights.forEach((weight, i) => {
    expectClose(weight, expected[i]?.value as NdArray, {
      rtol: 1e-4,
      atol: 1e-6,
      what: expected[i]?.path ?? '',
    });
  });
}

describe.each(cases)('$file', ({ cases: given }) => {
  it.each(given)('$name trains as in Keras', async (golden) => {
    const model = await modelFromConfig(golden.model);
    model.setWeights(golden.weights.map(({ value }) => value));
    const [x, y] = [only(golden.x), only(golden.y)];
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
    expectClose(await model.predict(x), only(golden.predictions), {
      rtol: 1e-4,
      atol: 1e-6,
      what: 'predict',
    });
    expect(memory().numTensors).toBe(before);
  });
});
