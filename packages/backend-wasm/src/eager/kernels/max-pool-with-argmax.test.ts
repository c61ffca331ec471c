import { maxPoolWithArgmax, setBackend, tensor4d } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { prepareBoth } from '../testing/run-kernel.js';

test('the largest of negative numbers and its place, the first of equal ones', async () => {
  for (const backend of await prepareBoth()) {
    await setBackend(backend);
    const x = tensor4d([-3, -1, -2, -1, -4, -4, -4, -4, -9, -8, -7, -6, 0, 0, 1, 0], [2, 4, 2, 1]);
    const { result, indexes } = maxPoolWithArgmax(x, 2, 2, 'valid', true);
    expect(result?.dataSync()).toEqual(Float32Array.of(-1, -4, -6, 1));
    expect(indexes?.dataSync()).toEqual(Int32Array.of(1, 4, 11, 14));
    const { indexes: withoutBatch } = maxPoolWithArgmax(x, 2, 2, 'valid');
    expect(withoutBatch?.dataSync()).toEqual(Int32Array.of(1, 4, 3, 6));
  }
});
