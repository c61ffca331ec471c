import '@tensorflow/tfjs-backend-cpu';
import { type LayerFactory, NdArray, clearSession, defineLayer, setSeed, useBackend } from '@myelin/core';
import { dense, gru, input, lstm } from '@myelin/layers';
import { add, eagerRuntime, tensor } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Model, functional, loadModel } from './index.js';

/** Adds what it is given, as layers of Keras do that have an argument with the default None. */
const addIfGiven: LayerFactory<object, readonly [Tensor, Tensor | null]> = defineLayer({
  className: 'AddIfGiven',
  module: null,
  registeredName: 'test>AddIfGiven',
  defaults: {},
  inputNames: ['x', 'y'],
  takesNull: [1],
  build: () => ({}),
  call: ([x, y]) => (y === null ? x : add(x, y)),
});

beforeEach(async () => {
  await useBackend(eagerRuntime('cpu'));
  clearSession();
  setSeed(1);
});

const x = NdArray.from([
  [1, 2],
  [3, 4],
  [5, 6],
]);
const y = NdArray.from([
  [10, 20],
  [30, 40],
  [50, 60],
]);

function ends(): { x: ReturnType<typeof input>; y: ReturnType<typeof input> } {
  return { x: input({ shape: [2], name: 'x' }), y: input({ shape: [2], name: 'y', optional: true }) };
}

function model(arranged: 'list' | 'dictionary' = 'list'): Model {
  const inputs = ends();
  const sum = addIfGiven()([inputs.x, inputs.y]);
  const outputs = dense({ units: 1, kernelInitializer: 'ones' })(sum);
  return functional({ inputs: arranged === 'list' ? [inputs.x, inputs.y] : inputs, outputs });
}

describe('an optional input', () => {
  it('may be null in calls, and the layers called on it get null', () => {
    const [one, other] = [tensor([[1, 2]]), tensor([[10, 20]])];
    expect((model()([one, other]) as Tensor).arraySync()).toEqual([[33]]);
    expect((model()([one, null]) as Tensor).arraySync()).toEqual([[3]]);
    expect((model('dictionary')({ x: one, y: null }) as Tensor).arraySync()).toEqual([[3]]);
  });

  it('may be null in predict, evaluate and fit, whose batches and splits have none then', async () => {
    const net = model();
    const options = { batchSize: 2, verbose: 0 } as const;
    expect((await net.predict([x, null], options)).toArray()).toEqual([[3], [7], [11]]);
    expect((await net.predict([x, y], options)).toArray()).toEqual([[33], [77], [121]]);
    expect((await model('dictionary').predict({ x, y: null })).toArray()).toEqual([[3], [7], [11]]);
    net.compile({ optimizer: 'sgd', loss: 'mae' });
    const labels = [[3], [7], [11]];
    expect(await net.evaluate([x, null], labels)).toEqual({ loss: 0 });
    const { history } = await net.fit([x, null], labels, { ...options, epochs: 2, validationSplit: 0.4 });
    expect(history['val_loss']).toEqual([0, 0]);
    const batches = [
      { x: [x, null], y: labels },
      { x: [x, y], y: [[33], [77], [121]] },
    ];
    expect((await net.evaluate(batches))['loss']).toBe(0);
  });

  it('is optional in files, too', async () => {
    const again = await loadModel(await model().toBytes(), { customObjects: [addIfGiven] });
    expect((await again.predict([x, null])).toArray()).toEqual([[3], [7], [11]]);
    expect(again.getLayer('y').getConfig()).toMatchObject({ optional: true });
    expect(again.getLayer('x').getConfig()).toMatchObject({ optional: false });
  });

  it('may be null where a model stands in a model', async () => {
    const inner = model();
    const inputs = ends();
    const outer = functional({ inputs: [inputs.x, inputs.y], outputs: inner([inputs.x, inputs.y]) });
    expect((await outer.predict([x, null])).toArray()).toEqual([[3], [7], [11]]);
  });

  it('may be the option of a call: then it is as if it were not given', async () => {
    const [steps, state] = [input({ shape: [3, 2] }), input({ shape: [4], optional: true })];
    const outputs = gru({ units: 4 })(steps, { initialState: state });
    const net = functional({ inputs: [steps, state], outputs });
    const sequences = new NdArray(
      Float32Array.from({ length: 12 }, (_, i) => Math.sin(i)),
      [2, 3, 2],
    );
    expect((await net.predict([sequences, null])).toArray()).toEqual(
      (await net.predict([sequences, NdArray.zeros([2, 4])])).toArray(),
    );
  });
});

describe('null', () => {
  it('is refused by the inputs that are not optional, by name', async () => {
    await expect(model().predict([null, y])).rejects.toThrow(
      'predict: expected the input "x" in `x`, got null. Only what was made by `input` with `optional: true` may be null.',
    );
    expect(() => model()([null, tensor([[1, 2]])])).toThrow('expected the input "x" in the inputs, got null');
    await expect(model().predict([null, null])).rejects.toThrow('the input "x"');
  });

  it('is refused by layers and operations that need all of their inputs', async () => {
    const inputs = ends();
    const wide = functional({
      inputs: [inputs.x, inputs.y],
      outputs: dense({ units: 1, name: 'wide' })(inputs.y),
    });
    await expect(wide.predict([x, null])).rejects.toThrow(
      'wide (Dense): expected an input, got null. An optional input',
    );
    const sum = functional({ inputs: [inputs.x, inputs.y], outputs: add(inputs.x, inputs.y) });
    await expect(sum.predict([x, null])).rejects.toThrow(
      'add: expected tensors, got null for the optional input "y"',
    );
    const [steps, state] = [input({ shape: [3, 2] }), input({ shape: [4], optional: true })];
    const states = lstm({ units: 4, name: 'memory' })(steps, { initialState: [state, state] });
    const remembering = functional({ inputs: [steps, state], outputs: states });
    await expect(remembering.predict([NdArray.zeros([1, 3, 2]), null])).rejects.toThrow(
      'memory (LSTM): expected all first states in `initialState`, got null among them',
    );
    // @ts-expect-error a null in the place of a tensor
    expect(() => addIfGiven()([null, tensor([[1, 2]])])).toThrow(
      'add_if_given (AddIfGiven): expected an input number 0, got null',
    );
  });
});
