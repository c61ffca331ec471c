import { wasm } from '@myelin/backend-wasm';
import { NdArray, defineLayer, setSeed, useBackend } from '@myelin/core';
import { dense } from '@myelin/layers';
import { type Model, sequential } from '@myelin/models';
import {
  absolute,
  add,
  cond,
  divide,
  exp,
  greater,
  max,
  mean,
  multiply,
  stopGradient,
  subtract,
  tanh,
  whileLoop,
} from '@myelin/ops';
import { expectClose } from '@myelin/testing';
import type { Tensor } from '@tensorflow/tfjs-core';
import { afterAll, expect, it } from 'vitest';

/** Goes one of two ways, by the mean of what it is given. */
const fork = defineLayer({
  className: 'Fork',
  defaults: {},
  build: () => ({}),
  call: (x: Tensor) =>
    cond(
      greater(mean(x), 0),
      () => tanh(x),
      () => subtract(exp(x), 1),
    ),
});

/** Divides by the square root of the largest value, which Newton's method finds. */
const scale = defineLayer({
  className: 'Scale',
  defaults: {},
  build: () => ({}),
  call(x: Tensor) {
    const largest = add(max(absolute(x)), 1);
    const [root] = whileLoop(
      (y) => greater(subtract(multiply(y, y), largest), 1e-3),
      (y) => [multiply(add(y, divide(largest, y)), 0.5)],
      { loopVars: [largest] },
    );
    return divide(x, stopGradient(root));
  },
});

const noise = (...shape: number[]): NdArray => {
  const size = shape.reduce((product, axis) => product * axis, 1);
  return new NdArray(
    Float32Array.from({ length: size }, (_, i) => Math.sin(i * i)),
    shape,
  );
};

const [examples, features] = [192, 24];

async function trained(jitCompile: boolean): Promise<{ model: Model; weights: NdArray[] }> {
  setSeed(5);
  const model = sequential([
    dense({ units: 100, inputShape: [features] }),
    fork({}),
    scale({}),
    dense({ units: 3 }),
  ]);
  model.compile({ optimizer: 'adam', loss: 'mse', jitCompile });
  await model.fit(noise(examples, features), noise(examples, 3), {
    batchSize: 64,
    epochs: 4,
    shuffle: false,
    verbose: 0,
  });
  return { model, weights: await Promise.all(model.weights.map((weight) => weight.read())) };
}

afterAll(() => useBackend(wasm()));

it('a network with branches and loops learns in a program what it learns op by op, on any number of threads', async () => {
  await useBackend(wasm({ threads: 1 }));
  const { weights: slow } = await trained(false);
  const { weights: alone } = await trained(true);
  await useBackend(wasm({ threads: 2 }));
  const { model, weights: together } = await trained(true);
  slow.forEach((expected, i) => {
    expectClose(alone[i] as NdArray, expected, { rtol: 1e-4, atol: 1e-6, what: `weight ${i}` });
  });
  expect(together).toEqual(alone);
  const [step] = (await model.explain()).steps;
  expect(step?.report.kind).toBe('program');
});
