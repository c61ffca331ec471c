import { describe, expect, it } from 'vitest';
import { applyLinear, collapse } from '../by-hand/collapse.js';
import { forward } from '../by-hand/forward.js';
import { workedExample } from '../by-hand/worked-example.js';
import { expectReached } from '../expect-reached.js';
import { neuron } from './neuron.js';

expectReached(neuron);

describe('by hand', () => {
  it('follows the worked example', () => {
    const [first, second] = forward(workedExample.neurons, workedExample.input);
    expect(first?.z).toBeCloseTo(0.415, 6);
    expect(first?.a).toBeCloseTo(0.602286, 6);
    expect(second?.z).toBeCloseTo(0.921029, 6);
    expect(second?.a).toBeCloseTo(0.715252, 6);
  });

  it('hands the output of a neuron to the next', () => {
    const signals = forward(workedExample.neurons, 2, 'linear');
    expect(signals.map(({ x, z, a }) => [x, z, a])).toEqual([
      [2, 0.7, 0.7],
      [0.7, 0.45 * 0.7 + 0.65, 0.45 * 0.7 + 0.65],
    ]);
  });

  it('makes one layer of linear layers', () => {
    const layers = [
      { kernel: [[1, 2]], bias: [0, 1] },
      { kernel: [[3], [4]], bias: [5] },
    ];
    expect(collapse(layers)).toEqual({ kernel: [[11]], bias: [9] });
    expect(applyLinear(collapse(layers), [2])).toEqual([31]);
    expect(collapse([])).toEqual({ kernel: [], bias: [] });
  });
});
