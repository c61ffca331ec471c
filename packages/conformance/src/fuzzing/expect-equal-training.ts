import { wasm } from '@myelin/backend-wasm';
import { type NdArray, clearSession, setSeed, useBackend } from '@myelin/core';
import { expectClose } from '@myelin/testing';
import { expect } from 'vitest';
import { compiled, opByOp } from '../sweep/wasm-runtimes.js';
import { type Draw, batchSize, buildModel } from './random-model.js';

const runtime = wasm();
const runtimes = { eager: opByOp(runtime), compiled: compiled(runtime) };

interface Outcome {
  readonly figures: Readonly<Record<string, readonly number[]>>;
  readonly weights: readonly { readonly path: string; readonly value: NdArray }[];
}

async function train(draw: Draw, executor: keyof typeof runtimes): Promise<Outcome> {
  await useBackend(runtimes[executor]);
  clearSession();
  setSeed(draw.seed);
  const { model, x, y } = buildModel(draw);
  const { history } = await model.fit(x.length === 1 ? (x[0] as NdArray) : [...x], y, {
    batchSize,
    epochs: 1,
    verbose: 0,
    validationSplit: 0.2,
  });
  const values = await model.getWeights();
  return {
    figures: history,
    weights: model.weights.map(({ path }, i) => ({ path, value: values[i] as NdArray })),
  };
}

/** Fails unless both executors train the model of a draw alike. */
export async function expectEqualTraining(draw: Draw): Promise<void> {
  const expected = await train(draw, 'eager');
  const found = await train(draw, 'compiled');
  expect(Object.keys(found.figures)).toEqual(Object.keys(expected.figures));
  for (const [name, figures] of Object.entries(expected.figures)) {
    expectClose(found.figures[name] ?? [], figures, { rtol: 1e-5, atol: 1e-6, what: name });
  }
  expected.weights.forEach(({ path, value }, i) => {
    expectClose(found.weights[i]?.value as NdArray, value, { rtol: 1e-5, atol: 1e-6, what: path });
  });
}
