import { NdArray } from '@myelin/core';
import { describe, expect, it } from 'vitest';
import { gaussianBaseline } from './gaussian-baseline.js';
import { prepareLetters } from './prepare-letters.js';

const line = (count: number, step: number): [number, number][] =>
  Array.from({ length: count }, (_, i) => [0, i * step]);

describe('prepareLetters', () => {
  it('brings the low letters of each hand to a height of five', () => {
    const of = (writer: string, text: string, height: number): number => {
      const all = [
        { writer: 'big', text: 'a', strokes: [line(11, 10)] },
        { writer: 'small', text: 'n', strokes: [line(11, 1)] },
        { writer, text, strokes: [line(11, height / 10)] },
      ];
      const points = prepareLetters(all).at(-1)?.strokes.flat() ?? [];
      return Math.max(...points.map(([, y]) => y));
    };
    expect(of('big', 'l', 200)).toBeCloseTo(10, 12);
    expect(of('small', 'l', 20)).toBeCloseTo(10, 12);
    expect(of('other', 'l', 30)).toBeCloseTo(7.5, 12);
  });

  it('takes every second point and the last, and none where the pen rests', () => {
    const drawing = { writer: 'one', text: 'a', strokes: [[...line(6, 10), [0, 50], [0, 50]]] } as const;
    const [prepared] = prepareLetters([drawing]);
    expect(prepared?.strokes).toEqual([
      [
        [0, 0],
        [0, 2],
        [0, 4],
        [0, 5],
      ],
    ]);
  });
});

describe('gaussianBaseline', () => {
  it('is the entropy of the Gaussian and of the pen where the points are those it was fitted to', () => {
    const points = [
      [1, 2, 1, 0, 0],
      [-1, -2, 0, 1, 0],
      [1, -2, 1, 0, 0],
      [-1, 2, 0, 0, 1],
      [7, 7, 0, 0, 0],
    ];
    const truth = NdArray.from([points]);
    // Variances 1 and 4, no correlation: log 2π + log 2 + 1; the pen: half, a quarter, a quarter.
    const expected = Math.log(2 * Math.PI) + Math.log(2) + 1 + 1.5 * Math.log(2);
    expect(gaussianBaseline(truth, truth)).toBeCloseTo(expected, 10);
  });
});
