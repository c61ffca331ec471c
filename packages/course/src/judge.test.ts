import { describe, expect, it } from 'vitest';
import { formatAsked, formatValue, judge } from './judge.js';
import { kerasFigures } from './keras-figures.js';
import type { Asked, Figure } from './lesson.js';
import { mean } from './measures/mean.js';

const figure = (value: number, asked: Asked, unit = '', id = 'unknown'): Figure => ({
  id,
  title: 'a figure',
  value,
  unit,
  asked,
  seeds: [1],
});

describe('judge', () => {
  it('holds bounds', () => {
    const reached = (value: number, asked: Asked): boolean => judge(figure(value, asked)).isReached;
    expect([0.9, 0.899].map((value) => reached(value, { atLeast: 0.9 }))).toEqual([true, false]);
    expect([2.4, 2.41].map((value) => reached(value, { atMost: 2.4 }))).toEqual([true, false]);
    expect(reached(NaN, { atLeast: 0 })).toBe(false);
  });

  it('compares with the mean of what Keras reached, either way', () => {
    const near = (value: number): boolean =>
      judge(figure(value, { nearKeras: 0.02 }, '', 'concrete-50-50')).isReached;
    const keras = mean(kerasFigures['concrete-50-50'] ?? []);
    expect([-0.021, -0.019, 0.019, 0.021].map((by) => near(keras + by))).toEqual([false, true, true, false]);
    expect(judge(figure(1, { nearKeras: 10 }))).toMatchObject({ keras: null, isReached: false });
  });

  it('says values and bounds with their units', () => {
    expect([
      formatValue(0.9917, '%'),
      formatValue(0.8812, ''),
      formatValue(2.312, 'bits'),
      formatValue(3.2e-8, ''),
      formatValue(0, ''),
    ]).toEqual(['99.2 %', '0.881', '2.31 bits', '3.2e-8', '0.00']);
    expect(formatAsked(figure(0, { atLeast: 0.992 }, '%'))).toBe('at least 99.2 %');
    expect(formatAsked(figure(0, { atMost: 0.031, than: 'PCA' }))).toBe('at most 0.0310 (PCA)');
    expect(formatAsked(figure(0, { nearKeras: 0.01 }, '%'))).toBe('Keras ± 1.0 %');
  });
});
