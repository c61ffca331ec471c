import '@tensorflow/tfjs-backend-cpu';
import type { Layer } from '@myelin/core';
import { multiply, ones, randomNormal, sum, tensor, valueAndGradients } from '@myelin/ops';
import { expectNoLeak } from '@myelin/testing';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { alphaDropout } from './alpha-dropout.js';
import { gaussianDropout } from './gaussian-dropout.js';
import { gaussianNoise } from './gaussian-noise.js';

beforeAll(async () => {
  await setBackend('cpu');
});

const count = 10_000;
const moments = (values: readonly number[]): { mean: number; deviation: number } => {
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  const square = values.reduce((total, value) => total + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(square) };
};
const train = (layer: Layer, size = count): number[] =>
  tidy(() => [...layer(multiply(ones([size]), 2), { training: true }).dataSync<'float32'>()]);

describe('gaussianNoise', () => {
  it('adds noise with its deviation', () => {
    const { mean, deviation } = moments(train(gaussianNoise({ stddev: 0.5, seed: 1 })));
    expect(Math.abs(mean - 2)).toBeLessThan((4 * 0.5) / Math.sqrt(count));
    expect(Math.abs(deviation - 0.5)).toBeLessThan((4 * 0.5) / Math.sqrt(2 * count));
  });

  it('draws anew at each step, and the same from the same seed', async () => {
    const run = (seed: number): number[][] => {
      const layer = gaussianNoise({ stddev: 0.5, seed });
      return [train(layer, 8), train(layer, 8)];
    };
    const [first, second] = run(1);
    expect(first).not.toEqual(second);
    expect(run(1)).toEqual([first, second]);
    await expectNoLeak(() => run(2));
  });

  it('refuses what makes no sense', () => {
    expect(() => gaussianNoise({ stddev: 1.5, name: 'g' })).toThrow(
      'g (GaussianNoise): expected `stddev` to be from 0 to 1, got 1.5',
    );
  });
});

describe('gaussianDropout', () => {
  it('multiplies by noise with the variance of dropout', () => {
    const { mean, deviation } = moments(train(gaussianDropout({ rate: 0.2, seed: 1 })));
    // √(0.2 / 0.8) = 1 / 2, of inputs that are 2.
    expect(Math.abs(mean - 2)).toBeLessThan(4 / Math.sqrt(count));
    expect(Math.abs(deviation - 1)).toBeLessThan(4 / Math.sqrt(2 * count));
  });

  it('hands the gradient on times its noise', () => {
    tidy(() => {
      const x = ones([8]);
      const layer = gaussianDropout({ rate: 0.5, seed: 1 });
      const { gradients } = valueAndGradients(() => sum(layer(x, { training: true })), [x]);
      expect(gradients[0]?.arraySync()).toEqual(
        gaussianDropout({ rate: 0.5, seed: 1 })(x, { training: true }).arraySync(),
      );
    });
  });

  it('refuses a rate of 1 in training only', () => {
    const layer = gaussianDropout({ rate: 1, name: 'g' });
    tidy(() => {
      expect(layer(ones([1])).arraySync()).toEqual([1]);
    });
    expect(() => train(layer, 1)).toThrow(
      'g (GaussianDropout): expected `rate` to be less than 1 in training',
    );
  });
});

describe('alphaDropout', () => {
  it('keeps mean and variance of inputs that have 0 and 1', () => {
    const [layer, state] = [alphaDropout({ rate: 0.3, seed: 1 }), [9, 0]];
    const values = tidy(() => {
      const x = randomNormal(tensor(state, 'int32'), [count]);
      return [...layer(x, { training: true }).dataSync<'float32'>()];
    });
    const { mean, deviation } = moments(values);
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(count));
    expect(Math.abs(deviation - 1)).toBeLessThan(0.05);
  });

  it('puts one value in the place of what it drops, along whole axes with a noise shape', () => {
    const layer = alphaDropout({ rate: 0.5, noiseShape: [4, 1], seed: 2 });
    const values = tidy(() => layer(ones([4, 3]), { training: true }).arraySync() as number[][]);
    // a = 1 / √(0.5 · (1 + 0.5 · 1.7581²)), b = 1.7581 · a / 2; dropped b - 1.7581 · a, kept a + b.
    for (const row of values) {
      expect(new Set(row).size).toBe(1);
      expect(Math.min(Math.abs((row[0] ?? 0) + 0.7791939), Math.abs((row[0] ?? 0) - 1.6655988))).toBeLessThan(
        1e-5,
      );
    }
    expect(new Set(values.flat()).size).toBe(2);
  });

  it('refuses what makes no sense', () => {
    expect(() => alphaDropout({ rate: -1 })).toThrow('`rate` to be from 0 to 1, got -1');
    expect(() => alphaDropout({ rate: 0.5, noiseShape: [0] })).toThrow('`noiseShape` to hold positive');
    expect(() => train(alphaDropout({ rate: 1 }), 1)).toThrow('`rate` to be less than 1 in training');
  });
});
