import { wasm } from '@myelin/backend-wasm';
import { type NdArray, camelCase, clearSession, useBackend } from '@myelin/core';
import { modelFromConfig } from '@myelin/models';
import { expectClose, loadGolden } from '@myelin/testing';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compiled } from './sweep/wasm-runtimes.js';

const { cases } = await loadGolden('training', 'updates');

beforeAll(async () => {
  await useBackend(compiled(wasm()));
});

beforeEach(() => {
  clearSession();
});

describe('schedules, constraints and several optimizers in a compiled step', () => {
  it.each(cases)(
    '$name: change weights as in Keras',
    async ({ model: config, weights, x, y, fit, ...golden }) => {
      const model = await modelFromConfig(config);
      model.setWeights(weights.map(({ value }) => value));
      const options = Object.fromEntries(Object.entries(fit).map(([key, value]) => [camelCase(key), value]));
      const [inputs, targets] = [x, y].map((arrays) => (arrays as readonly NdArray[])[0] as NdArray);
      await model.fit(inputs as NdArray, targets, { ...options, shuffle: false, verbose: 0 });
      expect(model.weights).toHaveLength(golden.weightsAfter.length);
      for (const [i, weight] of model.weights.entries()) {
        expectClose(await weight.read(), golden.weightsAfter[i]?.value as NdArray, {
          rtol: 1e-4,
          atol: 1e-6,
          what: weight.path,
        });
      }
    },
  );
});
