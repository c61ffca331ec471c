import '@tensorflow/tfjs-backend-cpu';
import { setBackend, tensor1d, zeros } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { fft } from './fft.js';

beforeAll(async () => {
  await setBackend('cpu');
});

// Lengths that are one product, two, three, and one product because nothing divides them.
it.each([64, 1000, 11 ** 3, 8192, 499])('finds the one frequency of a row of %i', (n) => {
  const wave = tensor1d(Float32Array.from({ length: n }, (_, i) => Math.sin((2 * Math.PI * 7 * i) / n)));
  const [real, imaginary] = fft([wave, zeros([n])]).map((part) => part.dataSync());
  for (let k = 0; k < n; k++) {
    expect(real?.[k]).toBeCloseTo(0, 2);
    expect((imaginary?.[k] ?? NaN) / n).toBeCloseTo(k === 7 ? -0.5 : k === n - 7 ? 0.5 : 0, 5);
  }
});
