import '@tensorflow/tfjs-backend-cpu';
import { ones } from '@myelin/ops';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { spatialDropout1d } from './spatial-dropout1d.js';
import { spatialDropout2d } from './spatial-dropout2d.js';
import { spatialDropout3d } from './spatial-dropout3d.js';

beforeAll(async () => {
  await setBackend('cpu');
});

const drop = (layer: ReturnType<typeof spatialDropout1d>, shape: number[]): number[] =>
  tidy(() => [...layer(ones(shape), { training: true }).dataSync<'float32'>()]);

describe('spatial dropout', () => {
  it.each([
    ['spatialDropout1d', spatialDropout1d({ rate: 0.2, seed: 1 }), [6]],
    ['spatialDropout2d', spatialDropout2d({ rate: 0.2, seed: 1 }), [2, 3]],
    ['spatialDropout3d', spatialDropout3d({ rate: 0.2, seed: 1 }), [2, 3, 1]],
  ] as const)('%s drops channels of single examples as a whole', (_, layer, places) => {
    const [examples, channels] = [20, 50];
    const values = drop(layer, [examples, ...places, channels]);
    const dropped = Array.from({ length: examples * channels }, (_, i) => {
      const start = Math.floor(i / channels) * 6 * channels + (i % channels);
      const places = new Set(Array.from({ length: 6 }, (_, place) => values[start + place * channels]));
      expect(places.size).toBe(1);
      return places.has(0);
    }).filter((isDropped) => isDropped).length;
    expect(new Set(values)).toEqual(new Set([0, Math.fround(1 / 0.8)]));
    expect(Math.abs(dropped / 1000 - 0.2)).toBeLessThan(4 * Math.sqrt((0.2 * 0.8) / 1000));
  });

  it('finds channels in front', () => {
    const values = drop(spatialDropout2d({ rate: 0.5, dataFormat: 'channels_first', seed: 3 }), [2, 8, 2, 2]);
    const channels = Array.from({ length: 16 }, (_, i) => new Set(values.slice(4 * i, 4 * i + 4)));
    expect(channels.every(({ size }) => size === 1)).toBe(true);
    expect(new Set(values)).toEqual(new Set([0, 2]));
  });

  it('refuses other ranks and rates', () => {
    expect(() => drop(spatialDropout1d({ rate: 0.5 }), [2, 3])).toThrow('expected an input with 3 axes');
    expect(() => drop(spatialDropout3d({ rate: 0.5 }), [2, 3, 4, 5])).toThrow('an input with 5 axes');
    expect(() => spatialDropout2d({ rate: 2, name: 's' })).toThrow(
      's (SpatialDropout2D): expected `rate` to be from 0 to 1, got 2',
    );
  });
});
