import '@tensorflow/tfjs-backend-cpu';
import {
  ArgumentError,
  NdArray,
  Scope,
  StateError,
  Variable,
  clearSession,
  serializeKerasObject,
  useBackend,
  withScope,
} from '@myelin/core';
import { add, divide, eagerRuntime, maximum, tensor } from '@myelin/ops';
import { loadGolden } from '@myelin/testing';
import { type Tensor, setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  adam,
  adamW,
  adamax,
  defineOptimizer,
  defineSchedule,
  exponentialDecay,
  ftrl,
  lion,
  lossScaleOptimizer,
  multiOptimizer,
  muon,
  optimizerMap,
  piecewiseConstantDecay,
  polynomialDecay,
  sgd,
} from './index.js';

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

  it('take their learning rate from a schedule of the steps', async () => {
    await useBackend(eagerRuntime('cpu'));
    const w = weight([1]);
    const optimizer = sgd({
      learningRate: piecewiseConstantDecay({ boundaries: [0], values: [0.5, 0.25] }),
    });
    expect(await optimizer.readLearningRate()).toBe(0.5);
    optimizer.apply([tensor([1])], [w]);
    expect(await optimizer.readLearningRate()).toBe(0.25);
    optimizer.apply([tensor([1])], [w]);
    expect((await w.read()).toArray()).toEqual([0.25]);
    expect(optimizer.variables.map(({ name }) => name)).toEqual(['iteration']);
    expect(() => {
      optimizer.setLearningRate(0.1);
    }).toThrow('expected a learning rate that can be set, got the schedule PiecewiseConstantDecay');
  });

  it('take schedules of users', async () => {
    const hyperbola = defineSchedule<{ rate?: number }>({
      className: 'Hyperbola',
      module: null,
      registeredName: 'my>Hyperbola',
      defaults: { rate: 1 },
      call: (step, { rate }) => divide(rate, add(step, 1)),
    });
    const w = weight([1]);
    const optimizer = sgd({ learningRate: hyperbola() });
    for (let step = 0; step < 2; step++) optimizer.apply([tensor([1])], [w]);
    expect((await w.read()).toArray()).toEqual([-0.5]);
    expect(serializeKerasObject(optimizer)).toMatchObject({
      config: { learning_rate: { registered_name: 'my>Hyperbola', config: { rate: 1 } } },
    });
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

  it('take the names of excluded weights as regular expressions', async () => {
    const weights = [weight([1], 'gamma'), weight([1], 'gamma_kernel')];
    const optimizer = sgd({ learningRate: 0.5, weightDecay: 0.5 });
    optimizer.excludeFromWeightDecay({ names: ['^gamma$'] });
    optimizer.apply([tensor([0]), tensor([0])], weights);
    expect(await Promise.all(weights.map(async (one) => (await one.read()).toArray()))).toEqual([
      [1],
      [0.75],
    ]);
  });

  it('go on from saved values', async () => {
    const [first, second] = [sgd({ momentum: 0.5 }), sgd({ momentum: 0.5, name: 'sgd' })];
    const w = weight([1]);
    first.apply([tensor([1])], [w]);
    first.setLearningRate(0.5);
    second.build([w]);
    second.restore(await Promise.all(first.variables.map((variable) => variable.read())));
    expect(second.getConfig()).toEqual(first.getConfig());
    expect(await second.variables[2]?.read()).toEqual(await first.variables[2]?.read());
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
    expect(() => ftrl({ learningRatePower: 1 })).toThrow('learningRatePower up to 0, got 1');
    expect(() => ftrl({ l1RegularizationStrength: -1 })).toThrow('l1RegularizationStrength from 0, got -1');
    expect(() => lion({ beta1: 0 })).toThrow('beta1 above 0 and up to 1, got 0');
    expect(() => adam({ learningRate: '0.1' as never })).toThrow('a number or a schedule as learningRate');
    expect(() => polynomialDecay({ initialLearningRate: 1, decaySteps: 0 })).toThrow(
      'PolynomialDecay: expected a positive number as decaySteps, got 0',
    );
    expect(() => piecewiseConstantDecay({ boundaries: [2, 1], values: [1, 2, 3] })).toThrow(
      'rising boundaries',
    );
    expect(() => piecewiseConstantDecay({ boundaries: [1], values: [1] })).toThrow('and 1 values');
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

describe('optimizers of optimizers', () => {
  const weight = (path: string): Variable => new Variable(NdArray.from([1]), { name: 'kernel', path });

  it('scale the loss by what its variable holds, and leave the inner scale out', async () => {
    const optimizer = lossScaleOptimizer({
      innerOptimizer: sgd({ learningRate: 1, lossScaleFactor: 100 }),
      initialScale: 8,
    });
    const w = weight('kernel');
    expect(optimizer.scaleLoss(tensor(3)).arraySync()).toBe(24);
    optimizer.apply([tensor([NaN])], [w]);
    expect(optimizer.scaleLoss(tensor(3)).arraySync()).toBe(12);
    optimizer.apply([tensor([2])], [w]);
    expect((await w.read()).toArray()).toEqual([0.5]);
    optimizer.setLearningRate(0.25);
    expect(await optimizer.readLearningRate()).toBe(0.25);
  });

  it('go on from saved values', async () => {
    const make = (): ReturnType<typeof lossScaleOptimizer> =>
      lossScaleOptimizer({
        innerOptimizer: adamax({
          learningRate: exponentialDecay({ initialLearningRate: 1, decaySteps: 1, decayRate: 0.5 }),
        }),
      });
    const [first, second] = [make(), make()];
    const w = weight('kernel');
    first.apply([tensor([4])], [w]);
    second.build([w]);
    const saved = await Promise.all(first.variables.map((variable) => variable.read()));
    second.restore(saved);
    expect(await Promise.all(second.variables.map((variable) => variable.read()))).toEqual(saved);
  });

  it('choose by path, then by expressions of the whole path', () => {
    const [one, other, rest] = [adam(), muon(), sgd()];
    const map = optimizerMap({ defaultOptimizer: rest, optimizerMap: { 'a/b': one, 'a/.*': other } });
    expect(map(weight('a/b'))).toBe(one);
    expect(map(weight('a/c'))).toBe(other);
    expect(map(weight('b/a/c'))).toBe(rest);
    expect(map.optimizers).toEqual([one, other, rest]);
    const unclear = optimizerMap({ defaultOptimizer: rest, optimizerMap: { 'a.*': one, '.*b': other } });
    expect(() => unclear(weight('ab'))).toThrow('one optimizer for the weight ab, got a.*, .*b');
  });

  it('take a function from weights to optimizers', async () => {
    const [slow, fast] = [sgd({ learningRate: 0.25 }), sgd({ learningRate: 0.5 })];
    const optimizer = multiOptimizer({ optimizerMap: ({ path }) => (path.startsWith('a') ? slow : fast) });
    const weights = [weight('a'), weight('b')];
    optimizer.excludeFromWeightDecay({ names: ['kernel'] });
    optimizer.apply([tensor([1]), tensor([1])], weights);
    expect(await Promise.all(weights.map(async (one) => (await one.read()).toArray()))).toEqual([
      [0.75],
      [0.5],
    ]);
    expect(optimizer.variables.map(({ path }) => path)).toEqual([
      'multi_optimizer/iteration',
      'multi_optimizer/learning_rate',
      'sgd/iteration',
      'sgd/learning_rate',
      'sgd_1/iteration',
      'sgd_1/learning_rate',
    ]);
    expect(() => {
      optimizer.apply([tensor([1])], [weight('c')]);
    }).toThrow('the weights that it was built for, got the weight c');
    expect(() => {
      optimizer.excludeFromWeightDecay({ names: ['b'] });
    }).toThrow(StateError);
    expect(() => {
      optimizer.setLearningRate(1);
    }).toThrow('expected the learning rate of one optimizer');
    await expect(optimizer.readLearningRate()).rejects.toThrow(StateError);
  });

  it('refuse what is no optimizer', () => {
    expect(() => lossScaleOptimizer({ innerOptimizer: 'sgd' as never })).toThrow(
      'expected an optimizer, got sgd',
    );
    expect(() => {
      multiOptimizer({ optimizerMap: () => null as never }).build([weight('a')]);
    }).toThrow('expected an optimizer, got null');
  });
});
