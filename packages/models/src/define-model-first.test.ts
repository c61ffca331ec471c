import '@tensorflow/tfjs-backend-cpu';
import { type LayerConfig, useBackend } from '@myelin/core';
import { dense } from '@myelin/layers';
import { eagerRuntime } from '@myelin/ops';
import { expect, it } from 'vitest';
import { type ModelFactory, defineModel } from './index.js';

const twice: ModelFactory<LayerConfig> = defineModel({
  className: 'Twice',
  defaults: {},
  build: () => ({ inner: dense({ units: 2 }) }),
  call: (x, { state }) => state.inner(state.inner(x)),
});

// In a file of its own: what other models have prepared would be there already.
it('compiles a built model of the user though no other was made before', async () => {
  await useBackend(eagerRuntime('cpu'));
  const model = twice();
  model.build([null, 2]);
  model.compile({ optimizer: 'sgd', loss: 'mse' });
  const { history } = await model.fit([[1, 2]], [[0, 1]], { verbose: 0 });
  expect(Object.keys(history)).toEqual(['loss']);
});
