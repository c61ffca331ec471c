import '@tensorflow/tfjs-backend-cpu';
import { setSeed } from '@myelin/core';
import { type Tensor, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { arange, elasticTransform, reshape, tensor } from '../index.js';

beforeAll(async () => {
  await setBackend('cpu');
});

const images = (): Tensor => reshape(arange(60, { dtype: 'float32' }), { newshape: [2, 6, 5, 1] });

it('moves pixels by noise that its seed decides', () => {
  const distorted = (seed: number | Tensor): Float32Array =>
    elasticTransform(images(), { alpha: 3, sigma: 1, seed }).dataSync() as Float32Array;
  expect(distorted(7)).toEqual(distorted(tensor([7, 0], 'int32')));
  expect(distorted(7)).not.toEqual(distorted(8));
  expect(distorted(7)).not.toEqual(images().dataSync());
  // The mirror shows nothing that is not in its own image.
  const [first, second] = [distorted(7).slice(0, 30), distorted(7).slice(30)];
  expect(Math.max(...first)).toBeLessThanOrEqual(29);
  expect(Math.min(...second)).toBeGreaterThanOrEqual(30);
});

it('goes on with the seed of the session', () => {
  const draw = (): Float32Array => {
    setSeed(3);
    return elasticTransform(images()).dataSync() as Float32Array;
  };
  expect(draw()).toEqual(draw());
});
