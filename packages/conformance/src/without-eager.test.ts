import { backendInfo, wasm } from '@myelin/backend-wasm';
import { useBackend } from '@myelin/core';
import { conv2d, dense, dropout, flatten, lstm, reshape } from '@myelin/layers';
import { type Model, loadModel, sequential } from '@myelin/models';
import { findBackendFactory, getBackend, square } from '@tensorflow/tfjs-core';
import { expect, it, vi } from 'vitest';

// In this order: the last test loads what the others do without.
const stockBackend = (): unknown => (findBackendFactory as (name: string) => unknown)('wasm');
const images = Array.from({ length: 6 }, (_, n) =>
  Array.from({ length: 4 }, (_, i) => Array.from({ length: 4 }, (_, j) => [Math.sin(n + i * j)])),
);
const classes = [0, 1, 2, 0, 1, 2];

function network(jitCompile: boolean | 'auto'): Model {
  const model = sequential([
    conv2d({ filters: 3, kernelSize: 2, activation: 'relu', inputShape: [4, 4, 1] }),
    reshape({ targetShape: [9, 3] }),
    lstm({ units: 4, returnSequences: true }),
    dropout({ rate: 0.2 }),
    flatten(),
    dense({ units: 3, activation: 'softmax' }),
  ]);
  model.compile({
    optimizer: 'adam',
    loss: 'sparse_categorical_crossentropy',
    metrics: ['accuracy'],
    jitCompile,
  });
  return model;
}

it('trains, evaluates, predicts and saves without a backend of tfjs-core', async () => {
  await useBackend(wasm({ eager: false }));
  const model = network('auto');
  const { history } = await model.fit(images, classes, { epochs: 2, batchSize: 4, verbose: 0 });
  expect(history['loss']).toHaveLength(2);
  expect(Object.keys(await model.evaluate(images, classes))).toEqual(['accuracy', 'loss']);
  const before = await model.predict(images);
  const copy = await loadModel(await model.toBytes());
  expect((await copy.predict(images)).data).toEqual(before.data);
  expect(backendInfo().name).toBe('myelin-wasm');
  expect(getBackend()).toBeUndefined();
  expect(stockBackend()).toBeNull();
});

it('says that ops on tensors need one', () => {
  expect(() => square(2)).toThrow('No backend found in registry.');
});

it('loads it for steps that are no programs', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const model = network(false);
  await model.fit(images, classes, { batchSize: 4, verbose: 0 });
  expect(getBackend()).toBe('myelin-wasm');
  expect(stockBackend()).not.toBeNull();
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});
