import '@tensorflow/tfjs-backend-cpu';
import { wasm } from '@myelin/backend-wasm';
import { NdArray, type ProgramReport, StateError, useBackend } from '@myelin/core';
import { dense } from '@myelin/layers';
import { type Model, sequential } from '@myelin/models';
import { eagerRuntime } from '@myelin/ops';
import { expect, it } from 'vitest';

const batch = 32;
const x = new NdArray(new Float32Array(batch * 20), [batch, 20]);
const y = new NdArray(new Int32Array(batch), [batch]);

function classifier(jitCompile: boolean | 'auto' = 'auto'): Model {
  const model = sequential([
    dense({ units: 8, activation: 'relu', inputShape: [20] }),
    dense({ units: 3, activation: 'softmax' }),
  ]);
  model.compile({ optimizer: 'adam', loss: 'sparse_categorical_crossentropy', jitCompile });
  return model;
}

const weightsOf = async (model: Model): Promise<unknown[]> =>
  (await Promise.all(model.weights.map((weight) => weight.read()))).map((value) => [
    ...(value.data as Float32Array),
  ]);

it('tells what the programs of a model do', async () => {
  await useBackend(wasm());
  const model = classifier();
  const before = await weightsOf(model);
  const { steps } = await model.explain(x, y);
  expect(steps.map(({ name }) => name)).toEqual(['predict', 'train', 'test']);
  const [predict, train] = steps.map(({ report }) => report as ProgramReport);
  const products = 2 * batch * (20 * 8 + 8 * 3);
  expect(predict?.flop).toBe(products + batch * (8 + 3) + 5 * batch * 3);
  expect(predict?.operations).toBe(3);
  expect(predict?.fusions.epilogues).toBe(2);
  // Forward, both gradients of the second product and one of the first; Adam takes a dozen a weight.
  expect(train?.flop).toBeGreaterThan(products + 2 * batch * (2 * 8 * 3 + 20 * 8));
  expect(train?.flop).toBeLessThan(2.7 * products);
  const weights = 20 * 8 + 8 + 8 * 3 + 3;
  // With both moments of Adam, its iteration and rate, and the loss so far.
  expect(train?.memory.variables).toBe(4 * (3 * weights + 4));
  expect(train?.kernels['expFlushedLanes']).toBe(1);
  expect(await weightsOf(model)).toEqual(before);
});

it('tells of the steps that have run, in words', async () => {
  await useBackend(wasm({ threads: 1 }));
  const model = classifier();
  await model.fit(x, y, { verbose: 0 });
  const text = String(await model.explain());
  expect(text).toMatch(/^Model: "\w+"\n\ntrain of float32\[32, 20\], int32\[32\]\n/);
  expect(text).toMatch(/\n {2}operations {2}\d+ of \d+ that were recorded\n/);
  expect(text).toMatch(/\n {2}work {8}[\d.]+ KFLOP and [\d.]+ KB read or written a step\n/);
  expect(text).toMatch(/\n {2}threads {5}1 \(one thread was asked for\); \d+ of \d+ parts are shared\n/);
  expect(text).toMatch(/\n {2}made in {5}[\d.]+ ms: recorded/);
  await useBackend(wasm());
});

it('says why a step runs op by op', async () => {
  await useBackend(wasm());
  const [predict] = (await classifier(false).explain(x)).steps;
  expect(predict?.report).toEqual({ kind: 'op by op', reason: 'jitCompile is false' });
  await useBackend(eagerRuntime('cpu'));
  expect(String(await classifier().explain(x))).toMatch(/\n {2}op by op {4}eager on cpu makes no programs$/);
  await useBackend(wasm());
});

it('needs a compiled model for the steps of training', async () => {
  const model = sequential([dense({ units: 3, inputShape: [20] })]);
  await expect(model.explain(x, y)).rejects.toThrow(StateError);
  expect((await model.explain(x)).steps).toHaveLength(1);
});
