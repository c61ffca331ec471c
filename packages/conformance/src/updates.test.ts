import { wasm } from '@myelin/backend-wasm';
import { clearSession, useBackend } from '@myelin/core';
import { modelFromConfig } from '@myelin/models';
import { loadGolden } from '@myelin/testing';
import { beforeAll, beforeEach, describe, it } from 'vitest';
import { bare } from './bare.js';
import { compiled } from './sweep/wasm-runtimes.js';
import { expectWeights, optionsOf } from './training-case.js';

const { cases } = await loadGolden('training', 'updates');

beforeAll(async () => {
  await useBackend(compiled(wasm()));
});

beforeEach(() => {
  clearSession();
});

describe('schedules, constraints and several optimizers in a compiled step', () => {
  it.each(cases)('$name: change weights as in Keras', async (golden) => {
    const model = await modelFromConfig(golden.model);
    model.setWeights(golden.weights.map(({ value }) => value));
    await model.fit(bare(golden.x), bare(golden.y), optionsOf(golden));
    await expectWeights(model, golden.weightsAfter);
  });
});
