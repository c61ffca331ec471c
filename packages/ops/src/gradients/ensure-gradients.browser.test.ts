import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { expect, test } from 'vitest';
import { ensureGradients } from './ensure-gradients.js';

test('gradients are there in a page, too', async () => {
  await tf.setBackend('cpu');
  ensureGradients();
  const kernel = tf.tensor2d([[1, 2], [3, 4]]); // prettier-ignore
  const gradient = tf.grad((x) => tf.sum(tf.square(tf.matMul(x as tf.Tensor2D, kernel))))(tf.clone(kernel));
  expect(await gradient.array()).toEqual([[54, 122], [118, 266]]); // prettier-ignore
});

test('the page may share memory between threads', () => {
  expect(globalThis.crossOriginIsolated).toBe(true);
  expect(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer).toBeInstanceOf(
    SharedArrayBuffer,
  );
});
