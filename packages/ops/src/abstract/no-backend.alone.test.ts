import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { evaluateAbstractly } from './evaluate-abstractly.js';

const square = (): unknown =>
  evaluateAbstractly((x) => tf.square(x), [{ shape: [null, 2], dtype: 'float32' }]);

test('works before there is any backend, and leaves none behind', () => {
  expect(square()).toEqual([{ shape: [null, 2], dtype: 'float32' }]);
  expect(tf.getBackend()).toBeUndefined();
  expect(() => tf.square(2)).toThrow('No backend found in registry.');
});

test('works while a backend is loading', async () => {
  class Loaded extends tf.KernelBackend {}
  tf.registerBackend('late', () => Promise.resolve(new Loaded()));
  const loading = tf.setBackend('late');
  expect(square()).toEqual([{ shape: [null, 2], dtype: 'float32' }]);
  expect(() => tf.backend()).toThrow("Backend 'late' has not yet been initialized");
  expect(await loading).toBe(true);
  expect(tf.backend()).toBeInstanceOf(Loaded);
});
