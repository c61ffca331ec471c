import '@tensorflow/tfjs-backend-cpu';
import { setSeed } from '@myelin/core';
import { ones, sum, valueAndGradients } from '@myelin/ops';
import { expectNoLeak } from '@myelin/testing';
import { type Tensor, setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { dropout } from './dropout.js';

beforeAll(async () => {
  await setBackend('cpu');
});

const drop = (layer: ReturnType<typeof dropout>, shape: number[]): number[] =>
  tidy(() => [...layer(ones(shape), { training: true }).dataSync<'float32'>()]);

describe('dropout', () => {
  it('drops its part and scales the rest, in training only', () => {
    const layer = dropout({ rate: 0.25, seed: 3 });
    const values = drop(layer, [100, 100]);
    const dropped = values.filter((value) => value === 0).length / values.length;
    expect(Math.abs(dropped - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / values.length));
    expect(new Set(values)).toEqual(new Set([0, Math.fround(1 / 0.75)]));
    tidy(() => {
      expect(layer(ones([2])).arraySync()).toEqual([1, 1]);
    });
  });

  it('draws anew at each step, and the same from the same seed', async () => {
    const run = (seed: number | null): number[][] => {
      const layer = dropout({ rate: 0.5, seed });
      return [drop(layer, [64]), drop(layer, [64])];
    };
    const [first, second] = run(1);
    expect(first).not.toEqual(second);
    expect(run(1)).toEqual([first, second]);
    expect(run(2)).not.toEqual([first, second]);
    setSeed(7);
    const unseeded = run(null);
    setSeed(7);
    expect(run(null)).toEqual(unseeded);
    expect(run(null)).not.toEqual(unseeded);
    await expectNoLeak(() => run(4));
  });

  it('has no weights: the state of its random numbers is not counted', () => {
    const layer = dropout({ rate: 0.5 });
    drop(layer, [2]);
    expect([layer.weights, layer.countParams()]).toEqual([[], 0]);
  });

  it('hands the gradient to what it kept', () => {
    tidy(() => {
      const x = ones([32]);
      const layer = dropout({ rate: 0.5, seed: 1 });
      let y = x;
      const { gradients } = valueAndGradients(() => {
        y = layer(x, { training: true });
        return sum(y);
      }, [x]);
      expect((gradients[0] as Tensor).arraySync()).toEqual(drop(dropout({ rate: 0.5, seed: 1 }), [32]));
    });
  });

  it('drops whole axes with a noise shape', () => {
    const values = drop(dropout({ rate: 0.5, noiseShape: [null, 1, 2], seed: 1 }), [4, 3, 2]);
    for (let row = 0; row < 4; row++) {
      const at = (place: number): number[] => values.slice(row * 6 + place * 2, row * 6 + place * 2 + 2);
      expect([at(1), at(2)]).toEqual([at(0), at(0)]);
    }
    expect(new Set(values)).toEqual(new Set([0, 2]));
  });

  it('keeps the shape in graphs, also in training', () => {
    expect(dropout({ rate: 0.5 })(input({ shape: [null, 3] }), { training: true }).shape).toEqual([
      null,
      null,
      3,
    ]);
  });

  it('refuses what makes no sense', () => {
    expect(() => dropout({ rate: 1.5, name: 'd' })).toThrow(
      'd (Dropout): expected `rate` to be from 0 to 1, got 1.5',
    );
    expect(() => dropout({ rate: NaN })).toThrow('got NaN');
    expect(() => dropout({ rate: 0.5, noiseShape: [0] })).toThrow('`noiseShape` to hold positive');
    expect(() => drop(dropout({ rate: 0.5, noiseShape: [null, 2] }), [4, 3])).toThrow(
      'expected inputs that fit the noise shape (None, 2), got (4, 3)',
    );
  });
});
