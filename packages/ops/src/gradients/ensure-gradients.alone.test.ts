import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, test } from 'vitest';
import { gradientConfigs } from '../generated/gradients.js';
import { ensureGradients } from './ensure-gradients.js';

type Loss = (x: tf.Tensor) => tf.Tensor;

function gradient(loss: Loss, at: tf.Tensor): number[] {
  return [
    ...tf
      .grad((x) => tf.sum(loss(x)))(at)
      .dataSync(),
  ];
}

/** Central differences of a loss on a step that float32 represents well. */
function slopes(loss: Loss, at: tf.Tensor, step = 1 / 64): number[] {
  const values = [...at.dataSync()];
  const total = (changed: number[]): number =>
    tf.sum(loss(tf.tensor(changed, at.shape))).dataSync()[0] ?? NaN;
  return values.map(
    (value, i) => (total(values.with(i, value + step)) - total(values.with(i, value - step))) / (2 * step),
  );
}

beforeAll(async () => {
  await tf.setBackend('cpu');
});

test('tfjs-core alone has no gradients, and its own stay what they are once registered', () => {
  expect(tf.getGradient('Square')).toBeUndefined();
  const own = {
    kernelName: 'Sinh',
    gradFunc: (dy: tf.Tensor | tf.Tensor[]) => ({ x: () => dy as tf.Tensor }),
  };
  tf.registerGradient(own);

  ensureGradients();
  const first = gradientConfigs.map(({ kernelName }) => tf.getGradient(kernelName));
  ensureGradients();

  expect(tf.getGradient('Sinh')).toBe(own);
  expect(first).toHaveLength(101);
  expect(first).not.toContain(undefined);
  expect(gradientConfigs.map(({ kernelName }) => tf.getGradient(kernelName))).toEqual(first);
  tf.unregisterGradient('Sinh');
});

describe('gradients equal finite differences', () => {
  const weights = tf.tensor([0.5, -1, 2, 0.25, 1.5, -0.75], [2, 3]);
  const indices = tf.tensor2d([[0, 2, 2], [1, 1, 0]], [2, 3], 'int32'); // prettier-ignore
  const cases: Readonly<Record<string, readonly [Loss, tf.Tensor]>> = {
    square: [(x) => tf.square(x), tf.tensor1d([3, -2])],
    matMul: [(x) => tf.square(tf.matMul(x, weights)), tf.tensor2d([[1, 2], [3, 4]])], // prettier-ignore
    relu: [(x) => tf.relu(x), tf.tensor1d([1, -1, 0.5])],
    prod: [
      (x) => tf.square(tf.prod(x, [0, 2])),
      tf.tensor3d(
        [1, 2, 3, 4, 5, 6, 7, 8].map((x) => x / 4),
        [2, 2, 2],
      ),
    ],
    gather: [(x) => tf.square(tf.gather(x, tf.tensor1d([1, 1, 0], 'int32'))), tf.tensor1d([3, 4])],
    'gather with a batch dimension': [(x) => tf.square(tf.gather(x, indices, 1, 1)), weights],
    conv2d: [
      (x) => tf.square(tf.conv2d(x as tf.Tensor4D, tf.ones([2, 2, 1, 1]), 1, 'same')),
      tf.reshape(tf.range(0, 9), [1, 3, 3, 1]),
    ],
    maxPool: [
      (x) => tf.square(tf.maxPool(x as tf.Tensor4D, 2, 2, 'same')),
      tf.reshape(tf.range(0, 9), [1, 3, 3, 1]),
    ],
    avgPool: [
      (x) => tf.square(tf.avgPool(x as tf.Tensor4D, 2, 1, 'valid')),
      tf.reshape(tf.range(0, 9), [1, 3, 3, 1]),
    ],
    selu: [(x) => tf.selu(x), tf.tensor1d([1, -1])],
  };
  test.each(Object.entries(cases))('%s', (_, [loss, at]) => {
    ensureGradients();
    const expected = slopes(loss, at);
    gradient(loss, at).forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i] ?? NaN, 2);
    });
  });
});
