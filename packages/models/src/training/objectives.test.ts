import '@tensorflow/tfjs-backend-cpu';
import {
  ArgumentError,
  PyFloat,
  UnknownIdError,
  type WireRecord,
  clearSession,
  serializeKerasObject,
  useBackend,
} from '@myelin/core';
import { dense, input } from '@myelin/layers';
import { defineLoss } from '@myelin/losses';
import { add, divide, eagerRuntime, exp, multiply, split, square, squeeze, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { modelFromConfig } from '../files/load-model.js';
import { functional } from '../functional.js';
import type { Model } from '../model.js';
import { sequential } from '../sequential.js';
import type { CompileOptions } from './compile-options.js';

beforeEach(clearSession);

function twoOutputs(): Model {
  const x = input({ shape: [4] });
  const outputs = [dense({ units: 1, name: 'first' })(x), dense({ units: 2, name: 'second' })(x)];
  const model = functional({ inputs: x, outputs });
  model.compile({ optimizer: 'sgd', loss: 'mse' });
  return model;
}

describe('compile refuses', () => {
  it.each<[string, CompileOptions, new (...args: never[]) => Error, string]>([
    [
      'fewer losses than outputs',
      { loss: ['mse'] },
      ArgumentError,
      '`loss` to have 2 entries, one for each of the outputs first, second, got 1',
    ],
    [
      'more losses than outputs',
      { loss: ['mse', 'mse', 'mse'] },
      ArgumentError,
      'the outputs first, second, got 3',
    ],
    [
      'a loss for an output that there is not',
      { loss: { first: 'mse', secnd: 'mse' } },
      UnknownIdError,
      'names of the outputs first, second in `loss`, got "secnd". Did you mean "second"?',
    ],
    [
      'a dictionary that leaves an output out',
      { loss: { first: 'mse' } },
      ArgumentError,
      'a loss for the output "second", got losses for first',
    ],
    [
      'several losses for one output',
      { loss: { first: ['mse', 'mae'], second: 'mse' } },
      ArgumentError,
      'one loss for the output "first", got several',
    ],
    [
      'metrics in one list',
      { loss: 'mse', metrics: ['mae'] },
      ArgumentError,
      '`metrics` to have 2 entries, one for each of the outputs first, second, got 1',
    ],
    [
      'metrics of an output that there is not',
      { loss: 'mse', weightedMetrics: { frist: ['mae'] } },
      UnknownIdError,
      'in `weightedMetrics`, got "frist". Did you mean "first"?',
    ],
    [
      'a loss weight too few',
      { loss: 'mse', lossWeights: { first: 2 } },
      ArgumentError,
      'a number in `lossWeights` for the output "second", got none',
    ],
    [
      'an unknown id among others',
      { loss: { first: 'mse', second: 'mea' as 'mae' } },
      UnknownIdError,
      'Did you mean "mae"?',
    ],
  ])('%s', (_, options, kindOfError, message) => {
    const model = twoOutputs();
    const before = model.optimizer;
    const compile = (): void => {
      model.compile(options);
    };
    expect(compile).toThrow(kindOfError);
    expect(compile).toThrow(message);
    expect(model.optimizer).toBe(before);
  });

  it('two losses for the output of a sequential model', () => {
    const model = sequential([dense({ units: 1, inputShape: [4] })]);
    expect(() => {
      model.compile({ loss: ['mse', 'mae'] });
    }).toThrow('one loss for the output "dense", got several');
  });
});

describe('what compile was given', () => {
  it('is written as Keras writes it, lists and dictionaries as they are', () => {
    const model = twoOutputs();
    model.compile({
      loss: { first: 'mse', second: null },
      lossWeights: { first: 2, second: null },
      metrics: [['mae'], 'mse'],
      weightedMetrics: [null, ['accuracy']],
    });
    expect(model.getCompileConfig?.()).toMatchObject({
      loss: { first: 'mse', second: null },
      loss_weights: { first: new PyFloat(2), second: null },
      metrics: [['mae'], 'mse'],
      weighted_metrics: [null, ['accuracy']],
    });
  });

  it('is a list of metrics and a float where Keras refuses anything else', () => {
    const model = sequential([dense({ units: 1, inputShape: [4] })]);
    model.compile({ loss: 'mse', lossWeights: 3, metrics: 'mae' });
    expect(model.getCompileConfig?.()).toMatchObject({
      loss: 'mse',
      loss_weights: new PyFloat(3),
      metrics: ['mae'],
      weighted_metrics: null,
    });
  });

  it.each([
    [true, true],
    [false, false],
    // As Keras writes it on a CPU.
    ['auto', false],
    [undefined, false],
  ] as const)('tells whether programs are wanted: %s', async (jitCompile, written) => {
    const model = sequential([dense({ units: 1, inputShape: [4] })]);
    model.compile({ loss: 'mse', ...(jitCompile === undefined ? {} : { jitCompile }) });
    expect(model.getCompileConfig?.()).toMatchObject({ jit_compile: written });
    const copy = await modelFromConfig(serializeKerasObject(model) as WireRecord);
    expect(copy.getCompileConfig?.()).toMatchObject({ jit_compile: written });
  });
});

describe('a loss of one’s own', () => {
  it('takes labels of a shape that is not the output’s', async () => {
    await useBackend(eagerRuntime('cpu'));
    /** The first of the outputs is a mean, the second the logarithm of a deviation. */
    const gaussian = defineLoss<object>({
      className: 'Gaussian',
      id: 'gaussian',
      module: null,
      registeredName: 'test>Gaussian',
      defaults: {},
      call(yTrue, yPred) {
        const [mean, logDeviation] = split(yPred, { indicesOrSections: 2, axis: -1 });
        const z = divide(subtract(yTrue, mean as Tensor), exp(logDeviation as Tensor));
        return squeeze(add(multiply(0.5, square(z)), logDeviation as Tensor), { axis: -1 });
      },
    });
    const model = sequential([
      dense({ units: 4, kernelInitializer: 'zeros', inputShape: [3, 1] }),
      dense({ units: 2, kernelInitializer: 'zeros' }),
    ]);
    model.compile({ optimizer: 'sgd', loss: gaussian() });
    const logs = await model.evaluate([[[1], [2], [3]]], [[[2], [0], [1]]], { verbose: 0 });
    expect(logs['loss']).toBeCloseTo((4 + 0 + 1) / 2 / 3, 6);
  });
});
