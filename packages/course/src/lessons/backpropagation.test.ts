import { describe, expect, it } from 'vitest';
import { backward, descend } from '../by-hand/backward.js';
import { forward } from '../by-hand/forward.js';
import { workedExample } from '../by-hand/worked-example.js';
import { expectReached } from '../expect-reached.js';
import { backpropagation } from './backpropagation.js';

expectReached(backpropagation);

const { neurons, input, target, learningRate } = workedExample;

describe('by hand', () => {
  it('follows the worked example', () => {
    const { error, slopes } = backward(neurons, input, target);
    const [first, second] = slopes;
    expect(error).toBeCloseTo(0.10823, 6);
    expect(second?.weight).toBeCloseTo(0.0570704, 7);
    expect(second?.bias).toBeCloseTo(0.0947563, 7);
    expect(first?.weight).toBeCloseTo(0.0010214, 8);
    expect(first?.bias).toBeCloseTo(0.010214, 7);
    const [after1, after2] = descend(neurons, slopes, learningRate);
    expect(after2?.weight).toBeCloseTo(0.427172, 6);
    expect(after2?.bias).toBeCloseTo(0.612097, 6);
    expect(after1?.weight).toBeCloseTo(0.149591, 6);
    expect(after1?.bias).toBeCloseTo(0.395914, 6);
  });

  it('has the slopes that small changes show, for a chain of any length', () => {
    const chain = [0.3, -1.2, 0.8, 2].map((weight, i) => ({ weight, bias: 0.1 * i }));
    const { slopes } = backward(chain, 0.7, 0.9);
    const errorOf = (changed: typeof chain): number =>
      (0.9 - (forward(changed, 0.7).at(-1)?.a ?? NaN)) ** 2 / 2;
    const change = 1e-5;
    for (const [i, slope] of slopes.entries()) {
      for (const part of ['weight', 'bias'] as const) {
        const moved = (by: number): typeof chain =>
          chain.map((neuron, j) => (i === j ? { ...neuron, [part]: neuron[part] + by } : neuron));
        const difference = errorOf(moved(change)) - errorOf(moved(-change));
        expect(slope[part]).toBeCloseTo(difference / (2 * change), 9);
      }
    }
  });
});
