import '@tensorflow/tfjs-backend-cpu';
import {
  ArgumentError,
  NdArray,
  Scope,
  StateError,
  Variable,
  clearSession,
  serializeKerasObject,
  withScope,
} from '@myelin/core';
import { maximum, tensor } from '@myelin/ops';
import { loadGolden } from '@myelin/testing';
import { type Tensor, setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { adam, adamW, defineOptimizer, sgd } from './index.js';

beforeAll(async () => {
  await setBackend('cpu');
});

beforeEach(() => {
  clearSession();
});

describe('optimizers', () => {
  const weight = (value: number[], name = 'kernel', options = {}): Variable =>
    new Variable(NdArray.from(value), { name, ...options });

  it('serialize defaults as Keras does', async () => {
    const { cases } = await loadGolden('optimizers', 'adam');
    const golden = cases.find(({ name }) => name === 'defaults');
    expect(serializeKerasObject(adam())).toEqual(golden?.serialized);
  });

  it('are named in the order in which they are made', () => {
    expect([adam(), adamW(), adam()].map((made) => made.getConfig()['name'])).toEqual([
      'adam',
      'adam_w',
      'adam_1',
    ]);
  });

  it('take their learning rate from a variable', async () => {
    const w = weight([1]);
    const optimizer = sgd();
    optimizer.setLearningRate(0.5);
    optimizer.apply([tensor([1])], [w]);
    expect((await w.read()).toArray()).toEqual([0.5]);
    expect(await optimizer.readLearningRate()).toBe(0.5);
    expect(optimizer.getConfig()['learning_rate']).toBe(0.5);
  });

  it('apply constraints after the update', async () => {
    const w = weight([1, 1], 'kernel', { constraint: (value: Tensor) => maximum(value, 0) });
    sgd({ learningRate: 1 }).apply([tensor([5, 0.5])], [w]);
    expect((await w.read()).toArray()).toEqual([0, 0.5]);
  });

  it('leave excluded weights from decaying', async () => {
    const weights = [weight([1]), weight([1], 'bias'), weight([1])];
    const optimizer = sgd({ learningRate: 0.5, weightDecay: 0.5 });
    optimizer.excludeFromWeightDecay({ names: ['bias'], weights: weights.slice(2) });
    optimizer.apply([tensor([0]), tensor([0]), tensor([0])], weights);
    const values = await Promise.all(weights.map(async (one) => (await one.read()).toArray()));
    expect(values).toEqual([[0.75], [1], [1]]);
    expect(() => {
      optimizer.excludeFromWeightDecay({ names: ['kernel'] });
    }).toThrow(StateError);
  });

  it('scale the loss and take the scale out of the gradients', async () => {
    const w = weight([1]);
    const optimizer = sgd({ learningRate: 1, lossScaleFactor: 8 });
    expect(optimizer.scaleLoss(tensor(3)).arraySync()).toBe(24);
    optimizer.apply([tensor([4])], [w]);
    expect((await w.read()).toArray()).toEqual([0.5]);
  });

  it('make every gradient NaN when the global norm is infinite', async () => {
    const weights = [weight([1]), weight([1])];
    sgd({ globalClipnorm: 1 }).apply([tensor([Infinity]), tensor([1])], weights);
    expect((await weights[1]?.read())?.toArray()).toEqual([NaN]);
  });

  it('change nothing outside of a scope that is not committed', async () => {
    const w = weight([1]);
    const optimizer = adam();
    const scope = new Scope((variable) => variable.toTensor());
    tidy(() => {
      withScope(scope, () => {
        optimizer.apply([tensor([1])], [w]);
      });
    });
    expect([...scope.updates.keys()].map(({ name }) => name)).toEqual([
      'kernel',
      'kernel_momentum',
      'kernel_velocity',
      'iteration',
    ]);
    scope.dispose();
    expect((await w.read()).toArray()).toEqual([1]);
  });

  it('refuse options that contradict each other or make no sense', () => {
    expect(() => adam({ clipnorm: 1, clipvalue: 1 })).toThrow(ArgumentError);
    expect(() => adam({ gradientAccumulationSteps: 1 })).toThrow(/at least 2/);
    expect(() => adam({ useEma: true, emaMomentum: 2 })).toThrow(/emaMomentum/);
    expect(() => adam({ useEma: true, emaOverwriteFrequency: 0.5 })).toThrow(/emaOverwriteFrequency/);
    expect(() => sgd({ momentum: -1 })).toThrow(/momentum/);
    expect(() => adamW({ weightDecay: null })).toThrow(/weightDecay/);
    expect(() => adam({ beta_1: 0.5 } as object)).toThrow(/Did you mean "beta1"/);
  });

  it('refuse weights that they do not know, and gradients without weights', () => {
    const optimizer = sgd();
    optimizer.apply([tensor([1])], [weight([1])]);
    expect(() => {
      optimizer.apply([tensor([1])], [weight([1], 'other')]);
    }).toThrow(/other/);
    expect(() => {
      optimizer.apply([tensor([1])], []);
    }).toThrow(ArgumentError);
  });

  it('can be defined by users', async () => {
    const still = defineOptimizer<object, object>({
      className: 'Still',
      module: null,
      registeredName: 'my>Still',
      defaults: {},
      slots: () => [],
      step: ({ variable }) => ({ variable, slots: {} }),
    });
    const w = weight([1]);
    still().apply([tensor([1])], [w]);
    expect((await w.read()).toArray()).toEqual([1]);
    expect(still().registeredName).toBe('my>Still');
  });
});
