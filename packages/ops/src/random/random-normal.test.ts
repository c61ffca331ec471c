import '@tensorflow/tfjs-backend-cpu';
import { memory, setBackend, tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { randomNormal } from './random-normal.js';

beforeAll(async () => {
  await setBackend('cpu');
});

it('randomNormal has the moments and quantiles of the normal distribution, and repeats itself', () => {
  const count = 20_000;
  const draw = (seed: number): number[] =>
    tidy(() => [...randomNormal(tensor([seed, 0], [2], 'int32'), [count / 2, 2]).dataSync<'float32'>()]);
  const before = memory().numTensors;
  const values = draw(7).sort((a, b) => a - b);
  expect(memory().numTensors).toBe(before);
  const moment = (power: number): number =>
    values.reduce((total, value) => total + value ** power, 0) / count;
  // Within four standard deviations of each estimate.
  expect(Math.abs(moment(1))).toBeLessThan(4 / Math.sqrt(count));
  expect(Math.abs(moment(2) - 1)).toBeLessThan(4 * Math.sqrt(2 / count));
  expect(Math.abs(moment(3))).toBeLessThan(4 * Math.sqrt(15 / count));
  expect(Math.abs(moment(4) - 3)).toBeLessThan(4 * Math.sqrt(96 / count));
  for (const [part, quantile] of [
    [0.025, -1.95996],
    [0.25, -0.67449],
    [0.9, 1.28155],
  ] as const) {
    const density = Math.exp(-(quantile ** 2) / 2) / Math.sqrt(2 * Math.PI);
    const spread = Math.sqrt((part * (1 - part)) / count) / density;
    expect(Math.abs((values[Math.floor(part * count)] ?? 0) - quantile)).toBeLessThan(4 * spread);
  }
  expect(draw(7).sort((a, b) => a - b)).toEqual(values);
  expect(draw(8)).not.toEqual(draw(7));
});
