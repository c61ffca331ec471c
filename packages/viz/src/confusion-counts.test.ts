import { NdArray } from '@myelin/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confusionCounts } from './confusion-counts.js';

describe('confusionCounts', () => {
  it('counts truth in rows and predictions in columns', () => {
    const counts = confusionCounts({ truth: [2, 0, 2, 2, 0, 1], predicted: [0, 0, 2, 2, 0, 2] });
    expect(counts.toArray()).toEqual([
      [2, 0, 0],
      [0, 0, 1],
      [1, 0, 2],
    ]);
    expect(counts.dtype).toBe('int32');
  });

  it('takes the largest entry of rows, columns of numbers, and every numeric type', () => {
    const predicted = [
      [0.1, 0.7, 0.2],
      [0.5, 0.2, 0.3],
    ];
    const expected = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 0],
    ];
    expect(confusionCounts({ truth: [1, 0], predicted }).toArray()).toEqual(expected);
    const column = NdArray.from([1, 0], 'int64').reshape([2, 1]);
    expect(confusionCounts({ truth: column, predicted }).toArray()).toEqual(expected);
    expect(confusionCounts({ truth: [true, false], predicted: [1, 0], classes: 3 }).toArray()).toEqual(
      expected,
    );
  });

  it('agrees with a count of every pair', () => {
    const pairs = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(pairs, (list) => {
        const truth = list.map(([t]) => t);
        const predicted = list.map(([, p]) => p);
        const counts = confusionCounts({ truth, predicted, classes: 7 });
        for (let i = 0; i < 7; i++) {
          for (let j = 0; j < 7; j++) {
            expect(counts.at(i, j)).toBe(list.filter(([t, p]) => t === i && p === j).length);
          }
        }
      }),
    );
  });

  it('refuses what are no classes', () => {
    expect(() => confusionCounts({ truth: [], predicted: [] })).toThrow(/at least one example/);
    expect(() => confusionCounts({ truth: [0, 1], predicted: [0] })).toThrow(/2 and 1/);
    expect(() => confusionCounts({ truth: [0], predicted: [0.7] })).toThrow(/0.7 at index 0.*p > 0.5/);
    expect(() => confusionCounts({ truth: [-1], predicted: [0] })).toThrow(/whole numbers from 0/);
    expect(() => confusionCounts({ truth: [NaN], predicted: [0] })).toThrow(/NaN at index 0/);
    expect(() => confusionCounts({ truth: [0], predicted: [[0.5, NaN]] })).toThrow(/NaN in row 0/);
    expect(() => confusionCounts({ truth: [3], predicted: [0], classes: 3 })).toThrow(/at least 4 classes/);
    expect(() => confusionCounts({ truth: [[[0]]], predicted: [0] })).toThrow(/shape/);
  });
});
