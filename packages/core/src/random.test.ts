import { expect, test } from 'vitest';
import { normalArray, uniformArray } from './random.js';

test('equal states give equal numbers, and others others', () => {
  const state = { seed: 7, offset: 3 };
  expect(normalArray(state, 5)).toEqual(normalArray(state, 6).slice(0, 5));
  expect(normalArray(state, 9)).not.toEqual(normalArray({ ...state, offset: 4 }, 9));
});

test('normal numbers are those of Box and Muller in float64', () => {
  const state = { seed: 11, offset: 0 };
  const count = 20_000;
  const uniforms = uniformArray(state, count);
  normalArray(state, count).forEach((value, i) => {
    const [u, v] = [uniforms[i - (i % 2)] ?? NaN, uniforms[i - (i % 2) + 1] ?? NaN];
    const angle = 2 * Math.PI * v;
    const truth = Math.sqrt(-2 * Math.log(1 - u)) * (i % 2 === 0 ? Math.cos(angle) : Math.sin(angle));
    expect(Math.abs(value - truth)).toBeLessThan(5e-7);
  });
});

test('the moments of normal numbers', () => {
  const values = normalArray({ seed: 1, offset: 0 }, 200_000);
  const moment = (power: number): number => values.reduce((sum, z) => sum + z ** power, 0) / values.length;
  expect(Math.abs(moment(1))).toBeLessThan(0.01);
  expect(Math.abs(moment(2) - 1)).toBeLessThan(0.015);
  expect(Math.abs(moment(3))).toBeLessThan(0.03);
  expect(Math.abs(moment(4) - 3)).toBeLessThan(0.1);
});
