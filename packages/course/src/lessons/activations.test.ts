import { describe, expect, it } from 'vitest';
import { scalarActivations } from '../by-hand/scalar-activations.js';
import { softmaxOf, softmaxSlopes } from '../by-hand/softmax-of.js';
import { expectReached } from '../expect-reached.js';
import { activationFunctions } from './activations.js';

expectReached(activationFunctions);

const change = 1e-5;

describe('by hand', () => {
  it.each(Object.entries(scalarActivations))('%s has the slopes that small changes show', (_, f) => {
    for (const x of [-4, -1.5, -0.25, 0.5, 2, 5]) {
      expect(f.slope(x)).toBeCloseTo((f.value(x + change) - f.value(x - change)) / (2 * change), 8);
    }
  });

  it('has the softmax of the worked example', () => {
    expect(softmaxOf([1.66, 0.55, 0.98]).map((share) => share.toFixed(3))).toEqual([
      '0.545',
      '0.179',
      '0.276',
    ]);
    expect(softmaxOf([1000, 1000])).toEqual([0.5, 0.5]);
  });

  it('has the slopes of softmax that small changes show', () => {
    const x = [1.66, 0.55, 0.98];
    const slopes = softmaxSlopes(x);
    for (const j of x.keys()) {
      const moved = (by: number): number[] => softmaxOf(x.map((value, k) => value + (k === j ? by : 0)));
      const [up, down] = [moved(change), moved(-change)];
      for (const i of x.keys()) {
        expect(slopes[i]?.[j]).toBeCloseTo(((up[i] ?? NaN) - (down[i] ?? NaN)) / (2 * change), 8);
      }
    }
  });
});
