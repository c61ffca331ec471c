import '@tensorflow/tfjs-backend-cpu';
import {
  ArgumentError,
  NdArray,
  ShapeError,
  StateError,
  UnknownIdError,
  clearSession,
  setSeed,
  useBackend,
} from '@myelin/core';
import { concatenate, dense, input } from '@myelin/layers';
import { eagerRuntime } from '@myelin/ops';
import { memory } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { functional } from '../functional.js';
import type { Model } from '../model.js';
import type { CompileOptions } from './compile-options.js';
import type { UserBatch } from './data-source.js';

const wave = (rows: number, columns: number): NdArray =>
  new NdArray(
    Float32Array.from({ length: rows * columns }, (_, i) => Math.sin(i * 0.9)),
    [rows, columns],
  );
const [left, right] = [wave(6, 4), wave(6, 3)];
const [size, kind] = [wave(6, 1), NdArray.from([0, 1, 1, 0, 1, 0])];
const losses = ['mse', 'sparse_categorical_crossentropy'] as const;

beforeEach(async () => {
  await useBackend(eagerRuntime('cpu'));
  clearSession();
  setSeed(1);
});

function graph(): Record<'left' | 'right' | 'first' | 'second', ReturnType<typeof input>> {
  const ends = { left: input({ shape: [4], name: 'left' }), right: input({ shape: [3], name: 'right' }) };
  const both = concatenate()([ends.left, ends.right]);
  const first = dense({ units: 1, name: 'first' })(both);
  const second = dense({ units: 2, activation: 'softmax', name: 'second' })(both);
  return { ...ends, first, second };
}

function listModel(options: CompileOptions = { loss: losses }): Model {
  const ends = graph();
  const model = functional({ inputs: [ends.left, ends.right], outputs: [ends.first, ends.second] });
  model.compile({ optimizer: 'sgd', ...options });
  return model;
}

function keyedModel(
  options: CompileOptions = { loss: { size: 'mse', kind: 'sparse_categorical_crossentropy' } },
): Model {
  const ends = graph();
  const model = functional({
    inputs: { right: ends.right, left: ends.left },
    outputs: { size: ends.first, kind: ends.second },
  });
  model.compile({ optimizer: 'sgd', ...options });
  return model;
}

/** The message of what is refused; weights and memory stay as they were. */
async function refusal(
  model: Model,
  kindOfError: new (...args: never[]) => Error,
  run: () => unknown,
): Promise<string> {
  const before = memory().numTensors;
  let failure: unknown;
  try {
    await run();
  } catch (error) {
    failure = error;
  }
  expect(failure).toBeInstanceOf(kindOfError);
  expect(memory().numTensors).toBe(before);
  expect(model.built).toBe(true);
  return (failure as Error).message;
}

describe('fit refuses', () => {
  const inputs = [left, right];
  it.each<[string, (model: Model) => unknown, new (...args: never[]) => Error, string]>([
    [
      'labels of one output only',
      (model) => model.fit(inputs, [size]),
      ArgumentError,
      '`y` to have 2 entries, one for each of the outputs first, second, got 1',
    ],
    [
      'one array for two outputs',
      (model) => model.fit(inputs, size),
      ArgumentError,
      'the outputs first, second, got a single one',
    ],
    [
      'missing labels',
      (model) => model.fit(inputs, { first: size }),
      ArgumentError,
      'labels `y` of the output "second", got none',
    ],
    ['no labels', (model) => model.fit(inputs), ArgumentError, 'labels `y` of the output "first", got none'],
    [
      'labels of an output that there is not',
      (model) => model.fit(inputs, { first: size, secnod: kind }),
      UnknownIdError,
      'in `y`, got "secnod". Did you mean "second"?',
    ],
    [
      'labels of another shape',
      (model) => model.fit(inputs, [wave(6, 3), kind]),
      ShapeError,
      'labels `y` of the output "first" that fit the output (None, 1), got (6, 3)',
    ],
    [
      'labels out of range',
      (model) => model.fit(inputs, [size, [0, 1, 2, 0, 1, 1]]),
      ArgumentError,
      'labels `y` of the output "second" from 0 to 1',
    ],
    [
      'labels of other examples',
      (model) => model.fit(inputs, [wave(5, 1), kind]),
      ShapeError,
      '6 examples in `y` of the output "first", as many as in `x` of the input "left", got (5, 1)',
    ],
    [
      'one input of two',
      (model) => model.fit([left], [size, kind]),
      ArgumentError,
      '`x` to have 2 entries, one for each of the inputs left, right, got 1',
    ],
    [
      'a missing input',
      (model) => model.fit({ left, rihgt: right }, [size, kind]),
      ArgumentError,
      'the input "right" in `x`, got left, rihgt. Is "rihgt" meant for it?',
    ],
    [
      'an input of another shape',
      (model) => model.fit([left, wave(6, 2)], [size, kind]),
      ShapeError,
      'inputs `x` of the input "right" of shape (None, 3), got (6, 2)',
    ],
    [
      'class weights',
      (model) => model.fit(inputs, [size, kind], { classWeight: { 0: 2 } }),
      ArgumentError,
      'a model with one output where `classWeight` is given, got the outputs first, second',
    ],
    [
      'one sample weight of rank 2 for all',
      (model) => model.fit(inputs, [size, kind], { sampleWeight: wave(6, 2) }),
      ShapeError,
      'one weight for each example',
    ],
    [
      'sample weights of one output only',
      (model) => model.fit(inputs, [size, kind], { sampleWeight: { first: wave(6, 1) } }),
      ArgumentError,
      '`sampleWeight` of the output "second", got none',
    ],
    [
      'sample weights of other examples',
      (model) => model.fit(inputs, [size, kind], { sampleWeight: [null, [1, 2]] }),
      ShapeError,
      '6 examples in `sampleWeight` of the output "second"',
    ],
  ])('%s', async (_, run, kindOfError, message) => {
    const model = listModel();
    expect(await refusal(model, kindOfError, () => run(model))).toContain(message);
  });

  it('a model without any loss', async () => {
    const model = listModel({ metrics: [['mae'], null] });
    expect(await refusal(model, StateError, () => model.fit([left, right], [size, null]))).toContain(
      'expected a loss, got none',
    );
  });

  it('a list where the order of a dictionary decides', async () => {
    const model = keyedModel();
    const y = { size, kind };
    expect(await refusal(model, ArgumentError, () => model.fit([right, left], y))).toContain(
      'a dictionary with the inputs left, right in `x`, got a list',
    );
  });
});

describe('a model with several outputs', () => {
  it('trains alike on lists, dictionaries and batches, also with more inputs than it takes', async () => {
    const histories = [];
    const batches: UserBatch[] = [0, 3].map((start) => ({
      x: { left: left.rows(start, start + 3), right: right.rows(start, start + 3) },
      y: [size.rows(start, start + 3), kind.rows(start, start + 3)],
    }));
    const options = { batchSize: 3, shuffle: false, verbose: 0, epochs: 2 } as const;
    const runs = [
      (model: Model) => model.fit([left, right], [size, kind], options),
      (model: Model) => model.fit({ right, left, row: kind }, { second: kind, first: size }, options),
      (model: Model) => model.fit(batches, options),
    ];
    for (const run of runs) {
      clearSession();
      setSeed(4);
      const model = listModel();
      const before = memory().numTensors;
      histories.push((await run(model)).history);
      expect(memory().numTensors).toBe(before);
    }
    expect(Object.keys(histories[0] ?? {})).toEqual(['first_loss', 'loss', 'second_loss']);
    expect(histories[1]).toEqual(histories[0]);
    expect(histories[2]).toEqual(histories[0]);
  });

  it('counts the examples of an output alike where its weights are null', async () => {
    const given = { batchSize: 6 };
    const model = listModel();
    const y = [size, kind];
    const plain = await model.evaluate([left, right], y, given);
    const ones = await model.evaluate([left, right], y, { ...given, sampleWeight: [null, wave(6, 1)] });
    expect(ones['first_loss']).toBe(plain['first_loss']);
    expect(ones['second_loss']).not.toBe(plain['second_loss']);
  });

  it('reports the figures of single batches, each time anew', async () => {
    const model = listModel({ loss: losses, metrics: { second: ['accuracy'] } });
    const x = [left, right];
    const before = await model.testOnBatch(x, [size, kind]);
    expect(Object.keys(before)).toEqual(['first_loss', 'loss', 'second_accuracy', 'second_loss']);
    expect(await model.trainOnBatch(x, [size, kind])).toEqual(before);
    const after = await model.testOnBatch(x, [size, kind]);
    expect(after['loss']).toBeLessThan(before['loss'] ?? 0);
    const weighted = await model.testOnBatch(x, [size, kind], { sampleWeight: [0, 0, 0, 0, 0, 0] });
    expect(weighted['loss']).toBe(0);
  });

  it('predicts in lists and dictionaries, from arrays and from batches', async () => {
    const listed = await listModel().predict<NdArray[]>([left, right]);
    expect(listed.map(({ shape }) => shape)).toEqual([
      [6, 1],
      [6, 2],
    ]);
    const model = keyedModel();
    const keyed = await model.predict<Record<'size' | 'kind', NdArray>>({ left, right });
    expect(Object.keys(keyed)).toEqual(['size', 'kind']);
    const halves = [0, 3].map((start) => ({
      x: { left: left.rows(start, start + 3), right: right.rows(start, start + 3) },
    }));
    const batched = await model.predict<typeof keyed>(halves);
    expect(batched.kind.toArray()).toEqual(keyed.kind.toArray());
    expect((await model.predictOnBatch<typeof keyed>({ left, right })).size.toArray()).toEqual(
      keyed.size.toArray(),
    );
  });

  it('can stand in another model, dictionaries included', async () => {
    const inner = keyedModel();
    const [a, b] = [input({ shape: [3] }), input({ shape: [4] })];
    const outer = functional({ inputs: [a, b], outputs: inner({ right: a, left: b }) });
    const direct = await inner.predict<Record<string, NdArray>>({ left, right });
    const nested = await outer.predict<Record<string, NdArray>>([right, left]);
    expect(nested['kind']?.toArray()).toEqual(direct['kind']?.toArray());
    expect(Object.keys(nested)).toEqual(['size', 'kind']);
  });
});
