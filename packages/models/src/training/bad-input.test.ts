import '@tensorflow/tfjs-backend-cpu';
import {
  ArgumentError,
  DTypeError,
  NdArray,
  ShapeError,
  StateError,
  UnknownIdError,
  clearSession,
  setSeed,
  useBackend,
} from '@myelin/core';
import { dense } from '@myelin/layers';
import { precision } from '@myelin/metrics';
import { eagerRuntime } from '@myelin/ops';
import { memory } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Sequential } from '../sequential-model.js';
import { sequential } from '../sequential.js';
import type { FitOptions } from './fit-options.js';

const x = NdArray.from([
  [0, 1],
  [1, 0],
  [1, 1],
  [0, 0],
]);
const y = NdArray.from([[1], [1], [0], [0]]);

beforeEach(async () => {
  await useBackend(eagerRuntime('cpu'));
  clearSession();
  setSeed(1);
});

function compiled(
  loss:
    'mse' | 'sparse_categorical_crossentropy' | 'categorical_crossentropy' | 'binary_crossentropy' = 'mse',
  units = 1,
): Sequential {
  const model = sequential([dense({ units, inputShape: [2] })]);
  model.compile({ optimizer: 'sgd', loss });
  return model;
}

/** What goes wrong must be said, and must leave model and memory as they were. */
async function expectRefused(
  model: Sequential,
  run: () => Promise<unknown>,
  kind: new (...args: never[]) => Error,
  message: string,
): Promise<void> {
  const before = memory().numTensors;
  const weights = (await model.getWeights()).map((weight) => weight.toArray());
  const failure: unknown = await run().then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(kind);
  expect((failure as Error).message).toContain(message);
  expect((await model.getWeights()).map((weight) => weight.toArray())).toEqual(weights);
  expect(memory().numTensors).toBe(before);
  expect((await model.predict(x)).shape[0]).toBe(4);
}

const quiet: FitOptions = { verbose: 0 };

describe('fit refuses', () => {
  it.each([
    [
      'inputs of another width',
      NdArray.zeros([4, 3]),
      y,
      ShapeError,
      'fit: expected inputs `x` of shape (None, 2), got (4, 3).',
    ],
    ['one example without a batch', NdArray.zeros([2]), y, ShapeError, 'needs an axis for the batch'],
    ['ragged arrays', [[1, 2], [3]], y, ShapeError, 'expected length 2 on axis 1, got an array of length 1'],
    ['strings', [['a', 'b']], y, DTypeError, 'expected numbers in `x`, got strings'],
    [
      'NaN',
      [
        [0, NaN],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
      y,
      ArgumentError,
      'expected finite numbers in `x`, got NaN at [0, 1]',
    ],
    [
      'infinity in the labels',
      x,
      [[1], [Infinity], [0], [0]],
      ArgumentError,
      'finite numbers in `y`, got Infinity at [1, 0]',
    ],
    [
      'no examples',
      NdArray.zeros([0, 2]),
      NdArray.zeros([0, 1]),
      ArgumentError,
      'at least one example in `x`, got empty data',
    ],
    [
      'fewer labels than inputs',
      x,
      [[1], [0]],
      ShapeError,
      'expected 4 examples in `y`, as many as in `x`, got (2, 1)',
    ],
  ] as const)('%s', async (_, badX, badY, kind, message) => {
    const model = compiled();
    await expectRefused(model, () => model.fit(badX, badY, quiet), kind, message);
  });

  it.each([
    ['a batch size of 0', { batchSize: 0 }, '`batchSize` to be a positive whole number, got 0'],
    ['half an epoch', { epochs: 0.5 }, '`epochs` to be a positive whole number, got 0.5'],
    ['a split of everything', { validationSplit: 1 }, '`validationSplit` from 0 to 1, both excluded, got 1'],
    ['a split that leaves nothing', { validationSplit: 0.9 }, 'enough examples to split, got 4 examples'],
  ] as const)('%s', async (_, options, message) => {
    const model = compiled();
    await expectRefused(model, () => model.fit(x, y, { ...quiet, ...options }), ArgumentError, message);
  });

  it('metrics of several numbers', async () => {
    const model = compiled();
    model.compile({
      optimizer: 'sgd',
      loss: 'mse',
      metrics: [precision({ name: 'several', thresholds: [0.2, 0.5] })],
    });
    model.optimizer?.build(model.trainableWeights);
    const message =
      'several: expected a metric of one number in `compile`, got the shape (2,). Give one threshold';
    await expectRefused(model, () => model.evaluate(x, y), ArgumentError, message);
    await expectRefused(model, () => model.fit(x, y, quiet), ArgumentError, message);
  });

  it('a model that is not compiled', async () => {
    const model = sequential([dense({ units: 1, inputShape: [2] })]);
    await expectRefused(model, () => model.fit(x, y, quiet), StateError, 'expected a compiled model');
  });

  it.each([
    ['sparse_categorical_crossentropy', 3, [0, 1, 2, 3], ArgumentError, 'labels `y` from 0 to 2'],
    ['sparse_categorical_crossentropy', 3, [0, 1, -1, 2], ArgumentError, 'labels `y` from 0 to 2'],
    ['categorical_crossentropy', 3, [0, 1, 2, 0], ShapeError, '`toCategorical`'],
    ['binary_crossentropy', 1, [0, 1, 2, 0], ArgumentError, 'labels `y` from 0 to 1'],
  ] as const)('labels out of range for %s', async (loss, units, labels, kind, message) => {
    const model = compiled(loss, units);
    await expectRefused(model, () => model.fit(x, labels, quiet), kind, message);
  });
});

describe('ids that nobody knows', () => {
  it.each([
    [
      'optimizer',
      () => {
        compiled().compile({ optimizer: 'adm' as 'adam' });
      },
      'the id of an optimizer, got "adm". Did you mean "adam"?',
    ],
    [
      'loss',
      () => {
        compiled().compile({ loss: 'mean_squared_eror' as 'mse' });
      },
      'Did you mean "mean_squared_error"?',
    ],
    [
      'metric',
      () => {
        compiled().compile({ metrics: ['acuracy'] as unknown as ['accuracy'] });
      },
      'Did you mean "accuracy"?',
    ],
    ['activation', () => dense({ units: 1, activation: 'rleu' as 'relu' }), 'Did you mean "relu"?'],
    [
      'initializer',
      () => dense({ units: 1, kernelInitializer: 'glorot_unifrm' as 'zeros' }),
      'Did you mean "glorot_uniform"?',
    ],
  ] as const)('are refused with the nearest one: %s', (_, run, message) => {
    expect(run).toThrow(UnknownIdError);
    expect(run).toThrow(message);
  });
});

describe('predict and evaluate refuse', () => {
  it('a batch size of 0, wrong shapes and models that are not compiled', async () => {
    const model = compiled();
    await expectRefused(model, () => model.predict(x, { batchSize: 0 }), ArgumentError, '`batchSize`');
    await expectRefused(
      model,
      () => model.predict(NdArray.zeros([1, 5])),
      ShapeError,
      'predict: expected inputs',
    );
    await expectRefused(
      model,
      () => model.evaluate(NdArray.zeros([1, 5]), y),
      ShapeError,
      'evaluate: expected inputs',
    );
    const fresh = sequential([dense({ units: 1, inputShape: [2] })]);
    await expectRefused(fresh, () => fresh.evaluate(x, y), StateError, 'expected a compiled model');
  });
});
