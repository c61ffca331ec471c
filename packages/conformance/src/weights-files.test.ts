import '@tensorflow/tfjs-backend-cpu';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type NdArray, clearSession, flatten, setSeed, useBackend } from '@myelin/core';
import { batchNormalization, dense } from '@myelin/layers';
import { type Model, type Predictions, loadModel, sequential } from '@myelin/models';
import { eagerRuntime } from '@myelin/ops';
import { expectClose, loadKerasFile, loadLegacyFile } from '@myelin/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bare } from './bare.js';

let folder: string;

beforeEach(async () => {
  await useBackend(eagerRuntime('cpu'));
  clearSession();
  setSeed(1);
  folder = mkdtempSync(path.join(tmpdir(), 'myelin-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

const golden = (file: string): URL => new URL(`../goldens/files/${file}`, import.meta.url);

/** A model of a file, with zeros in the place of all that files of weights hold. */
async function emptied(bytes: Uint8Array): Promise<Model> {
  const model = await loadModel(bytes);
  for (const variable of [...model.weights, ...(model.optimizer?.variables ?? [])]) variable.reset();
  return model;
}

const valuesOf = async (model: Model): Promise<unknown[]> =>
  (await model.getWeights()).map((array) => array.toArray());

describe.each([
  ['cnn', 'cnn.weights.h5'],
  ['scheduled', 'scheduled.weights.h5'],
  ['recurrent', 'recurrent.weights.json'],
  ['cnn', 'cnn.keras'],
])('the weights of %s that Keras saved in %s', (name, file) => {
  it('predict the same and go on training with the same losses', async () => {
    const { bytes, record } = await loadKerasFile(name);
    const model = await emptied(bytes);
    await model.loadWeights(golden(file));
    const predictions = flatten(await model.predict<Predictions>(bare(record.inputs)));
    predictions.forEach((array, i) => {
      expectClose(array, flatten(bare(record.predictions))[i] as NdArray, { what: `output ${i}` });
    });
    const { inputs, targets, losses, batchSize, epochs } = record.training as NonNullable<
      typeof record.training
    >;
    const { history } = await model.fit(bare(inputs), bare(targets), {
      batchSize,
      epochs,
      shuffle: false,
      verbose: 0,
    });
    expectClose(history['loss'] as number[], [...losses], { rtol: 1e-4 });
  });
});

it('come from a file of Keras 2, by the order of the layers', async () => {
  const { bytes, inputs, outputs } = await loadLegacyFile('dense-keras2.h5');
  const model = await emptied(bytes);
  await model.loadWeights(bytes);
  expectClose(await model.predict(bare(inputs) as NdArray), outputs[0] as NdArray);
});

describe('saved weights', () => {
  const net = (units = 3): Model =>
    sequential([
      dense({ units: 4, inputShape: [2], name: 'first' }),
      batchNormalization({ name: 'scaled' }),
      dense({ units, name: 'last' }),
    ]);

  it('are the same in bytes, in a file and in pieces, beside which nothing is left', async () => {
    const model = net();
    await model.saveWeights(path.join(folder, 'one.weights.h5'));
    await model.saveWeights(path.join(folder, 'many.weights.json'), { maxShardSize: 64 / 2 ** 30 });
    const pieces = Array.from({ length: 3 }, (_, i) => `many_0000${i}.weights.h5`);
    expect(readdirSync(folder).sort()).toEqual(['many.weights.json', ...pieces, 'one.weights.h5']);
    for (const source of [
      await model.weightsToBytes(),
      path.join(folder, 'one.weights.h5'),
      path.join(folder, 'many.weights.json'),
    ]) {
      const other = net();
      await other.loadWeights(source);
      expect(await valuesOf(other)).toEqual(await valuesOf(model));
    }
  });

  it('say which layers they do not fit, and change nothing', async () => {
    const bytes = await net(5).weightsToBytes();
    const model = net();
    const before = await valuesOf(model);
    await expect(model.loadWeights(bytes)).rejects.toThrow(
      'weights of last, at layers/dense_1, number 0: expected the shape (4, 3) of sequential_1/last/kernel, got (4, 5).',
    );
    expect(await valuesOf(model)).toEqual(before);
    const other = sequential([dense({ units: 4, inputShape: [3] }), dense({ units: 1, name: 'more' })]);
    await expect(other.loadWeights(await net(5).weightsToBytes())).rejects.toThrow(
      /Others that do not fit: weights of more/,
    );
  });

  it('leave as they are what does not fit, where that is asked for', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const [from, to] = [net(5), net()];
    const before = await valuesOf(to);
    await to.loadWeights(await from.weightsToBytes(), { skipMismatch: true });
    expect(warn.mock.calls).toEqual([
      [
        expect.stringMatching(
          /^loadWeights leaves as they were:\n {2}weights of last, .*: expected the shape \(4, 3\)/,
        ),
      ],
    ]);
    const after = await valuesOf(to);
    expect(after.slice(0, 6)).toEqual((await valuesOf(from)).slice(0, 6));
    expect(after.slice(6)).toEqual(before.slice(6));
  });

  it('leave out what is to be skipped', async () => {
    const [from, to] = [net(), net()];
    const before = (await to.getLayer('first').getWeights()).map(String);
    await to.loadWeights(await from.weightsToBytes(), { objectsToSkip: [to.getLayer('first')] });
    expect((await to.getLayer('first').getWeights()).map(String)).toEqual(before);
    expect((await to.getLayer('last').getWeights()).map(({ data }) => data)).toEqual(
      (await from.getLayer('last').getWeights()).map(({ data }) => data),
    );
  });

  it('restore an optimizer that has its slots, and leave another as it is, as Keras does', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const compiled = (learningRate: number): Model => {
      const model = net();
      model.compile({ optimizer: 'adam', loss: 'mse' });
      model.optimizer?.setLearningRate(learningRate);
      return model;
    };
    const from = compiled(0.25);
    await from.fit([[1, 2]], [[1, 2, 3]], { verbose: 0 });
    const bytes = await from.weightsToBytes();

    const fresh = compiled(0.5);
    await fresh.loadWeights(bytes);
    expect(warn).toHaveBeenCalledOnce();
    expect(warn.mock.lastCall?.[0]).toContain('optimizer.build(model.trainableWeights)');
    expect(await fresh.optimizer?.readLearningRate()).toBe(0.5);

    const built = compiled(0.5);
    built.optimizer?.build(built.trainableWeights);
    await built.loadWeights(bytes);
    expect(await built.optimizer?.readLearningRate()).toBe(0.25);
    expect(Number((await built.optimizer?.variables[0]?.read())?.item())).toBe(1);
    expect(warn).toHaveBeenCalledOnce();
  });

  it.each([
    ['a wrong ending', (m: Model) => m.saveWeights('m.h5'), /ends in \.weights\.h5, got "m\.h5"/],
    [
      'no size of the pieces',
      (m: Model) => m.saveWeights('m.weights.json'),
      /ends in \.weights\.h5.*`maxShardSize`/,
    ],
    [
      'pieces that are too small',
      (m: Model) => m.saveWeights('m.weights.json', { maxShardSize: 1e-9 }),
      /largest array.*layers\/dense\/vars\/0/,
    ],
    [
      'a model without weights',
      () => sequential([dense({ units: 1 })]).weightsToBytes(),
      /shape of its input/,
    ],
    [
      'the bytes of an index',
      (m: Model) =>
        m.loadWeights(new TextEncoder().encode('{"weight_map": {"/layers/dense/vars": "a.weights.h5"}}')),
      /path or the URL/,
    ],
    ['an empty file', (m: Model) => m.loadWeights(new Uint8Array(3)), /the given bytes/],
  ])('refuse %s', async (_, run, message) => {
    await expect(run(net())).rejects.toThrow(message);
  });

  it('read no files but those beside an index', async () => {
    const index = path.join(folder, 'm.weights.json');
    writeFileSync(index, '{"weight_map": {"/vars": ["../other.weights.h5"]}}');
    await expect(net().loadWeights(index)).rejects.toThrow(/names of .weights.h5 files beside it/);
  });
});
