import { expect, test } from 'vitest';
import { erf } from './erf.js';

// From Python's math.erf.
const known: readonly (readonly [number, number])[] = [
  [1e-9, 1.1283791670955127e-9],
  [0.1, 0.1124629160182849],
  [0.5, 0.5204998778130465],
  [1, 0.8427007929497149],
  [1.9, 0.9927904292352575],
  [2.4, 0.999311486103355],
  [2.6, 0.9997639655834707],
  [3.5, 0.9999992569016276],
  [5, 0.9999999999984626],
  [7, 1],
];

test.each(known)('erf(%d) is %d to 15 digits', (x, value) => {
  expect(Math.abs(erf(x) / value - 1)).toBeLessThan(2e-15);
  expect(erf(-x)).toBe(-erf(x));
});

test('erf of zero, infinities and NaN', () => {
  expect([erf(0), erf(Infinity), erf(-Infinity), erf(NaN)]).toEqual([0, 1, -1, NaN]);
});
