import { NdArray } from '@myelin/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectClose } from './expect-close.js';

describe('expectClose', () => {
  test('takes what is within the tolerance of the largest value', () => {
    expectClose([100, 0.0009], [100, 0]);
    expect(() => {
      expectClose([100, 0.0011], [100, 0]);
    }).toThrow('1 of 2 elements differ');
  });

  test('measures each element by itself where asked', () => {
    expectClose([1e6, 1e-3], [1e6 + 9, 1e-3], { relativeTo: 'each' });
    expect(() => {
      expectClose([1e6, 1.1e-3], [1e6, 1e-3], { relativeTo: 'each' });
    }).toThrow('the worst at [1]');
  });

  test('shows the worst element, its index, both values and what was allowed', () => {
    const expected = NdArray.from([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    const actual = NdArray.from([
      [1, 2.5, 3],
      [4, 5, 8],
    ]);
    expect(() => {
      expectClose(actual, expected, { rtol: 0.05, atol: 0, what: 'Dense "plain" output' });
    }).toThrow(
      'Dense "plain" output: 2 of 6 elements differ; the worst at [1, 2]: expected 6, got 8, ' +
        'off by 2.00e+0 where 3.00e-1 is allowed.',
    );
  });

  test('compares shapes, not types of element', () => {
    expectClose(new Int32Array([1, 2]), [1, 2]);
    expectClose(NdArray.from([1n, 2n].map(Number), 'int64'), [1, 2]);
    expect(() => {
      expectClose([1, 2], [[1, 2]]);
    }).toThrow('expected the shape [1, 2], got [2]');
  });

  test('NaN equals NaN and an infinity itself, and neither hides an error', () => {
    expectClose([NaN, Infinity, -Infinity, -0], [NaN, Infinity, -Infinity, 0]);
    const pairs: [number, number][] = [
      [NaN, 1],
      [1, NaN],
      [Infinity, 1],
      [1, Infinity],
      [Infinity, -Infinity],
    ];
    for (const [actual, expected] of pairs) {
      for (const relativeTo of ['largest', 'each'] as const) {
        expect(() => {
          expectClose([actual, 5], [expected, 5], { relativeTo });
        }, `${actual} for ${expected}`).toThrow('1 of 2 elements differ; the worst at [0]');
      }
    }
    expect(() => {
      expectClose([Infinity, 6], [Infinity, 5]);
    }).toThrow('the worst at [1]');
  });

  test('empty arrays are equal', () => {
    expectClose(NdArray.zeros([0, 3]), NdArray.zeros([0, 3]));
  });

  test('accepts exactly what is within the absolute tolerance', () => {
    const value = fc.float({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(value, value, (a, b) => {
        const close = (): void => {
          expectClose([a], [b], { rtol: 0, atol: 1 });
        };
        if (Math.abs(a - b) <= 1) close();
        else expect(close).toThrow('elements differ');
      }),
    );
  });
});
