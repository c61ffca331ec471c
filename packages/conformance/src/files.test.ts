import '@tensorflow/tfjs-backend-cpu';
import {
  type NdArray,
  type Tree,
  clearSession,
  flatten,
  mapTree,
  serializeKerasObject,
  useBackend,
} from '@myelin/core';
import { type Model, type Predictions, loadModel } from '@myelin/models';
import { eagerRuntime } from '@myelin/ops';
import { type KerasFileRecord, expectClose, loadKerasFile } from '@myelin/testing';
import { memory } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { bare } from './bare.js';

const names = [
  'attention',
  'autoencoder',
  'branches',
  'cnn',
  'every-layer',
  'int4',
  'int8',
  'keyed',
  'masks',
  'mlp',
  'nested',
  'optional',
  'recurrent',
  'scheduled',
  'text',
  'uncompiled',
  'untrained',
];

beforeEach(async () => {
  await useBackend(eagerRuntime('cpu'));
  clearSession();
});

const shapes = (arrays: Tree<NdArray>): unknown => mapTree(arrays, ({ shape }) => [...shape]);

async function expectPredictions(model: Model, { inputs, predictions }: KerasFileRecord): Promise<void> {
  const found = await model.predict<Predictions>(bare(inputs));
  const expected = bare(predictions);
  expect(shapes(found)).toEqual(shapes(expected));
  flatten(found).forEach((array, i) => {
    expectClose(array, flatten(expected)[i] as NdArray, { what: `output ${i}` });
  });
}

describe.each(names)('the file %s that Keras saved', (name) => {
  it('opens, predicts the same and has the same weights by path', async () => {
    const { bytes, record } = await loadKerasFile(name);
    const before = memory().numTensors;
    const model = await loadModel(bytes);
    expect(
      model.weights.map(({ path, shape, dtype }) => ({
        path,
        shape,
        dtype,
        trainable: model.trainableWeights.some((w) => w.path === path),
      })),
    ).toEqual(
      record.variables.map(({ path, shape, dtype, trainable }) => ({ path, shape, dtype, trainable })),
    );
    await expectPredictions(model, record);
    expect(memory().numTensors).toBe(before);
  });

  it('goes on training with the same losses', async ({ skip }) => {
    const { bytes, record } = await loadKerasFile(name);
    const { training } = record;
    if (training === null) return skip('not compiled');
    const model = await loadModel(bytes);
    const { history } = await model.fit(bare(training.inputs), bare(training.targets), {
      batchSize: training.batchSize,
      epochs: training.epochs,
      shuffle: false,
      verbose: 0,
    });
    expectClose(history['loss'] as number[], [...training.losses], { rtol: 1e-4 });
  });

  it('is the same after it was saved again', async () => {
    const { bytes, record } = await loadKerasFile(name);
    const model = await loadModel(bytes);
    const wire = serializeKerasObject(model);
    const again = await loadModel(await model.toBytes());
    expect(serializeKerasObject(again)).toEqual(wire);
    await expectPredictions(again, record);
  });

  it('has the summary that Keras prints', async () => {
    const { bytes, record } = await loadKerasFile(name);
    const model = await loadModel(bytes);
    expect(model.summary().trim()).toBe(record.summary.trim());
    expect(model.summary({ expandNested: true, showTrainable: true }).trim()).toBe(
      record.summaryOfAll.trim(),
    );
  });
});
