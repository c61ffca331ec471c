import '@tensorflow/tfjs-backend-cpu';
import {
  ArgumentError,
  NdArray,
  StateError,
  clearSession,
  currentScope,
  setSeed,
  useBackend,
} from '@myelin/core';
import { dense, input } from '@myelin/layers';
import { meanSquaredError } from '@myelin/losses';
import { mean } from '@myelin/metrics';
import { add, eagerRuntime, mean as meanOf, multiply, square, subtract, sum, tensor } from '@myelin/ops';
import { sgd } from '@myelin/optimizers';
import { type Tensor, memory } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type CustomSteps,
  type Model,
  type StepBatch,
  functional,
  gradients,
  modelFromConfig,
  sequential,
} from '../index.js';

beforeEach(async () => {
  await useBackend(eagerRuntime('cpu'));
  clearSession();
  setSeed(1);
});

const line = (): Model => sequential([dense({ units: 1, kernelInitializer: 'zeros', inputShape: [1] })]);
const xs = [[1], [2], [3], [4]];
const ys = [[2], [4], [6], [8]];

/** What the built-in step does, written by hand. */
const byHand: CustomSteps = {
  trainStep({ x, y }: StepBatch, { model, optimizer }) {
    const run = model as unknown as (x: Tensor) => Tensor;
    const { value, gradients: found } = gradients(
      () => meanOf(square(subtract(run(x), y))),
      model.trainableWeights,
    );
    optimizer.apply(found, model.trainableWeights);
    return { loss: value };
  },
};

describe('a step of the user', () => {
  it('learns what the built-in step learns', async () => {
    const [own, builtIn] = [line(), line()];
    own.compile({ optimizer: sgd({ learningRate: 0.05 }), ...byHand });
    builtIn.compile({ optimizer: sgd({ learningRate: 0.05 }), loss: 'mse' });
    const options = { epochs: 5, batchSize: 4, shuffle: false, verbose: 0 } as const;
    const before = memory().numTensors;
    const histories = [await own.fit(xs, ys, options), await builtIn.fit(xs, ys, options)];
    expect(memory().numTensors).toBe(before);
    expect(histories[0]?.history).toEqual(histories[1]?.history);
    expect(await own.getWeights()).toEqual(await builtIn.getWeights());
    expect(own.optimizer?.variables.length).toBe(builtIn.optimizer?.variables.length);
  });

  it('reports the figures of the last batch, sorted; trackers start anew with every epoch', async () => {
    const model = line();
    const total = mean({ name: 'total' });
    model.compile({
      trackers: [total],
      trainStep({ x }: StepBatch) {
        total.update(meanOf(x));
        return { seen: meanOf(x), all: total.result() };
      },
    });
    const { history } = await model.fit(xs, undefined, {
      epochs: 2,
      batchSize: 2,
      shuffle: false,
      verbose: 0,
    });
    expect(Object.entries(history)).toEqual([
      ['all', [2.5, 2.5]],
      ['seen', [3.5, 3.5]],
    ]);
    expect(await model.trainOnBatch([[7]])).toEqual({ all: 7, seen: 7 });
  });

  it('may use loss, metrics and penalties of compile', async () => {
    const layer = dense({ units: 1, kernelInitializer: 'ones', kernelRegularizer: 'l2', inputShape: [1] });
    const model = sequential([layer]);
    model.compile({
      loss: 'mse',
      metrics: ['mae'],
      trainStep({ x }: StepBatch, { computeLoss, figures }) {
        const twice = multiply(computeLoss(model(x)), 2);
        return { ...figures(), twice };
      },
    });
    const logs = await model.trainOnBatch([[1]], [[3]]);
    expect(Object.keys(logs)).toEqual(['loss', 'mae', 'twice']);
    expect(logs['loss']).toBeCloseTo(4.01);
    expect(logs['mae']).toBeCloseTo(2);
    expect(logs['twice']).toBeCloseTo(8.02);
    // Evaluation stays what it is.
    expect(Object.keys(await model.evaluate([[1]], [[3]]))).toEqual(['loss', 'mae']);
  });

  it('evaluates and predicts', async () => {
    const model = line();
    model.compile({
      testStep: ({ x, y }: StepBatch) => ({ gap: sum(subtract(y, x)) }),
      predictStep: ({ x }) => [x, add(x, 1)],
    });
    expect(await model.evaluate(xs, ys)).toEqual({ gap: 10 });
    const [first, second] = await model.predict<NdArray[]>([[1]]);
    expect([first?.toArray(), second?.toArray()]).toEqual([[[1]], [[2]]]);
  });

  it('is given inputs as the model arranges them, and any labels and weights', async () => {
    const [a, b] = [input({ shape: [1] }), input({ shape: [1] })];
    const model = functional({ inputs: { a, b }, outputs: dense({ units: 1 })(a) });
    model.compile({
      trainStep({ x, y, sampleWeight }: StepBatch<Record<'a' | 'b', Tensor>, readonly [Tensor, Tensor]>) {
        return {
          a: sum(x.a),
          b: sum(x.b),
          first: sum(y[0]),
          second: sum(y[1]),
          weights: sum(sampleWeight as Tensor),
        };
      },
    });
    const labels = [NdArray.from([1, 2]), NdArray.from([[3], [4]])];
    const logs = await model.trainOnBatch({ a: [[5], [6]], b: [[7], [8]] }, labels, { sampleWeight: [1, 2] });
    expect(logs).toEqual({ a: 11, b: 15, first: 3, second: 7, weights: 3 });
  });

  it('runs layers as in training while it trains, and only then', async () => {
    const model = sequential([dense({ units: 1, activityRegularizer: 'l2', inputShape: [1] })]);
    const seen: (boolean | undefined)[] = [];
    const look = ({ x }: StepBatch): { loss: Tensor } => {
      seen.push(currentScope()?.training);
      return { loss: meanOf(model(x) as Tensor) };
    };
    model.compile({ trainStep: look, testStep: look });
    await model.fit([[1]], undefined, { verbose: 0 });
    await model.evaluate([[1]], undefined);
    expect(seen).toEqual([true, false]);
  });

  it('is no part of files: a model that is loaded has to be compiled again', async () => {
    const model = line();
    model.compile({ ...byHand, loss: meanSquaredError() });
    const wire = {
      class_name: 'Sequential',
      module: 'keras',
      config: model.getConfig(),
      registered_name: null,
    };
    expect(model.getCompileConfig?.()).toEqual({});
    const again = await modelFromConfig(wire);
    await expect(again.fit(xs, ys, { verbose: 0 })).rejects.toThrow(StateError);
  });

  it('refuses figures that are no tensors of one number', async () => {
    const model = line();
    model.compile({ trainStep: () => ({ loss: 1 as unknown as Tensor }) });
    await expect(model.trainOnBatch([[1]])).rejects.toThrow(ArgumentError);
    await expect(model.trainOnBatch([[1]])).rejects.toThrow(
      'the train step of sequential: expected a tensor of one number for "loss", got number.',
    );
    model.compile({ trainStep: ({ x }: StepBatch) => ({ loss: x }) });
    await expect(model.trainOnBatch([[1], [2]])).rejects.toThrow('got one of shape (2, 1)');
  });

  it('leaves the other steps their demands', async () => {
    const model = line();
    model.compile({ ...byHand });
    await expect(model.evaluate(xs, ys)).rejects.toThrow('Give `loss`, or a step of your own, to `compile`.');
  });
});

describe('gradients', () => {
  it('are taken outside of steps, too, and are zero where nothing flows', () => {
    const [used, unused] = [dense({ units: 1, kernelInitializer: 'ones' }), dense({ units: 1 })];
    for (const layer of [used, unused]) layer.build([null, 2]);
    const before = memory().numTensors;
    const x = tensor([[3, 4]]);
    const { value, gradients: found } = gradients(
      () => sum(used(x)),
      [...used.trainableWeights, ...unused.trainableWeights],
    );
    expect(value.arraySync()).toBe(7);
    expect(found.map((gradient) => gradient.arraySync())).toEqual([[[3], [4]], [1], [[0], [0]], [0]]);
    for (const one of [x, value, ...found]) one.dispose();
    expect(memory().numTensors).toBe(before);
    expect(() => gradients(() => sum(tensor([1])), used.trainableWeights)).toThrow(StateError);
  });
});
