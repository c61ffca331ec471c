import '@tensorflow/tfjs-backend-cpu';
import { NdArray, clearSession, serializeKerasObject, useBackend } from '@myelin/core';
import { type Model, loadModel } from '@myelin/models';
import { eagerRuntime } from '@myelin/ops';
import { type KerasFileRecord, expectClose, loadKerasFile } from '@myelin/testing';
import { memory } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';

const names = [
  'branches',
  'cnn',
  'every-layer',
  'masks',
  'mlp',
  'nested',
  'recurrent',
  'uncompiled',
  'untrained',
];

beforeEach(async () => {
  await useBackend(eagerRuntime('cpu'));
  clearSession();
});

const asInput = (arrays: readonly NdArray[]): NdArray | readonly NdArray[] =>
  arrays.length === 1 ? (arrays[0] as NdArray) : arrays;

async function expectPredictions(model: Model, { inputs, predictions }: KerasFileRecord): Promise<void> {
  const found = await model.predict<NdArray | NdArray[]>(asInput(inputs));
  const list = NdArray.isNdArray(found) ? [found] : found;
  expect(list).toHaveLength(predictions.length);
  list.forEach((array, i) => {
    expectClose(array, predictions[i] as NdArray, { what: `output ${i}` });
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
    if (training === null || training.targets.length !== 1) return skip('not compiled, or several outputs');
    const model = await loadModel(bytes);
    const { history } = await model.fit(asInput(training.inputs), training.targets[0], {
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
    // Models with several outputs are not compiled, so there is no optimizer whose parameters could be counted.
    const table = (text: string): string =>
      (name === 'branches' ? (text.split(' Total params')[0] ?? '') : text).trim();
    expect(table(model.summary())).toBe(table(record.summary));
    expect(table(model.summary({ expandNested: true, showTrainable: true }))).toBe(
      table(record.summaryOfAll),
    );
  });
});
