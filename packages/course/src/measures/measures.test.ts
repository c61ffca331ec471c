import { NdArray } from '@myelin/core';
import { describe, expect, it } from 'vitest';
import { accuracy } from './accuracy.js';
import { classSurprise } from './class-surprise.js';
import { countedSymbolBits } from './counted-symbol-bits.js';
import { exactMatch } from './exact-match.js';
import { largestOfRows } from './largest-of-rows.js';
import { meanSquaredError } from './mean-squared-error.js';
import { r2 } from './r2.js';
import { signalGain } from './signal-gain.js';
import { symbolBits } from './symbol-bits.js';

describe('r2', () => {
  it('is 1 for what is right, 0 for the mean, and the share in between', () => {
    const truth = NdArray.from([1, 2, 3, 6]);
    expect(r2(truth, truth)).toBe(1);
    expect(r2(truth, NdArray.from([3, 3, 3, 3]))).toBe(0);
    // Errors 1 + 0 + 1 + 4 of 4 + 1 + 0 + 9.
    expect(r2(truth, NdArray.from([[2], [2], [2], [4]]))).toBeCloseTo(1 - 6 / 14, 12);
  });
});

describe('largestOfRows', () => {
  it('finds the largest entry of each', () => {
    expect(
      largestOfRows(
        NdArray.from([
          [0.1, 0.7, 0.2],
          [0.5, 0.1, 0.4],
        ]),
      ),
    ).toEqual([1, 0]);
  });
});

describe('accuracy', () => {
  const said = NdArray.from([
    [0.1, 0.9],
    [0.6, 0.4],
    [0.3, 0.7],
  ]);

  it('takes class numbers and one-hot rows', () => {
    expect(accuracy(NdArray.from([1, 0, 0]), said)).toBeCloseTo(2 / 3, 12);
    const oneHot = NdArray.from([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
    expect(accuracy(oneHot, said)).toBeCloseTo(2 / 3, 12);
  });

  it('rounds a single chance', () => {
    expect(accuracy(NdArray.from([[1], [0], [1]]), NdArray.from([[0.7], [0.2], [0.4]]))).toBeCloseTo(
      2 / 3,
      12,
    );
  });
});

describe('signalGain', () => {
  const truth = NdArray.from([0.5, 0, 1]);

  it('is the ratio of the errors in decibels, and does not count what no pixel can be', () => {
    expect(meanSquaredError(truth, NdArray.from([0.5, 0.3, 1]))).toBeCloseTo(0.03, 7);
    const cleaned = NdArray.from([0.51, 0, 1]);
    expect(signalGain(truth, NdArray.from([0.6, 0, 1]), cleaned)).toBeCloseTo(20, 4);
    expect(signalGain(truth, NdArray.from([0.6, -3, 7]), cleaned)).toBeCloseTo(20, 4);
  });
});

describe('classSurprise', () => {
  it('is that of a mixture of independent pixels, in nats', () => {
    const x = NdArray.from([
      [1, 1],
      [1, 0],
      [0, 0],
    ]);
    const train = { x, y: NdArray.from([0, 0, 1]) };
    // Class 0 has chances 3/4 and 1/2, class 1 has 1/3 and 1/3.
    const chance = ([first, second]: readonly [number, number]): number =>
      (2 / 3) * (first ? 3 / 4 : 1 / 4) * (1 / 2) +
      (1 / 3) * (first ? 1 / 3 : 2 / 3) * (second ? 1 / 3 : 2 / 3);
    const images = [
      [1, 0],
      [0, 1],
    ] as const;
    const surprise = images.reduce((sum, image) => sum - Math.log(chance(image)), 0) / 2;
    expect(classSurprise(train, NdArray.from(images))).toBeCloseTo(surprise, 12);
  });
});

describe('exactMatch', () => {
  it('counts sequences that are right at every place', () => {
    const [zero, one] = [
      [0.9, 0.1],
      [0.2, 0.8],
    ];
    const said = NdArray.from([
      [zero, one],
      [one, one],
      [zero, zero],
      [one, zero],
    ] as number[][][]);
    const truth = NdArray.from([
      [0, 1],
      [1, 0],
      [1, 1],
      [1, 0],
    ]);
    expect(exactMatch(truth, said)).toBe(0.5);
  });
});

describe('symbolBits', () => {
  it('is the mean over all symbols, not over sequences, without those that do not count', () => {
    const said = NdArray.from([
      [
        [0.5, 0.5],
        [0.25, 0.75],
        [0, 1],
      ],
      [
        [0.125, 0.875],
        [0, 1],
        [0, 1],
      ],
    ]);
    const truth = NdArray.from([
      [1, 0, -1],
      [0, -1, -1],
    ]);
    expect(symbolBits(truth, said)).toBeCloseTo((1 + 2 + 3) / 3, 6);
  });
});

describe('countedSymbolBits', () => {
  it('is the entropy of the letters where they are counted one by one and all of them were seen', () => {
    // a and the end of the word: half each, but for the share of the unseen, which is the same for both.
    expect(countedSymbolBits(['a', 'a'], ['a'], 1)).toBeCloseTo(1, 12);
  });

  it('knows what follows a letter, and begins and ends words', () => {
    // After the beginning a: (2 + 1 · 1/2) / (2 + 1); after a the end likewise, 1/2 being what single letters say.
    expect(countedSymbolBits(['a', 'a'], ['a'], 2)).toBeCloseTo(-Math.log2(2.5 / 3), 12);
  });

  it('takes the shorter context where it has not seen the longer one', () => {
    const train = ['ab', 'ba'];
    expect(countedSymbolBits(train, ['aa'], 3)).toBeGreaterThan(countedSymbolBits(train, ['ab'], 3));
    expect(countedSymbolBits(train, ['aa'], 3)).toBeLessThan(Infinity);
  });
});
