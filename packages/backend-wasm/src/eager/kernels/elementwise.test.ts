import { describe, test } from 'vitest';
import { type Result, type Values, expectEqualsCpu, expectResult, noise } from '../testing/run-kernel.js';

const floats = (values: readonly number[]): Result => ({ shape: [values.length], dtype: 'float32', values });
const bools = (values: readonly number[]): Result => ({ shape: [values.length], dtype: 'bool', values });
const list = (values: readonly number[], dtype: 'float32' | 'int32' | 'bool' = 'float32'): Values => ({
  shape: [values.length],
  values,
  dtype,
});

describe('values that are not numbers show', () => {
  const values = [NaN, -Infinity, -2, -0.5, 0, 0.5, 2, 7, Infinity];

  test('through a maximum and a minimum', async () => {
    for (const other of [0, NaN]) {
      const inputs = { a: list(values), b: { shape: [], values: [other] } };
      const swapped = { a: inputs.b, b: inputs.a };
      for (const [kernelName, choose] of [
        ['Maximum', Math.max],
        ['Minimum', Math.min],
      ] as const) {
        // prettier-ignore
        const expected = floats(values.map((value) => choose(value, other)));
        await expectResult(kernelName, inputs, {}, expected);
        await expectResult(kernelName, swapped, {}, expected);
        const both = { a: inputs.a, b: list(values.map(() => other)) };
        await expectResult(kernelName, both, {}, expected);
      }
    }
  });

  test('through relu6, the sign and limits', async () => {
    const x = list(values);
    await expectResult('Relu6', { x }, {}, floats([NaN, 0, 0, 0, 0, 0.5, 2, 6, 6]));
    await expectResult('Sign', { x }, {}, floats([NaN, -1, -1, -1, 0, 1, 1, 1, 1]));
    const clipped = floats([NaN, -1, -1, -0.5, 0, 0.5, 2, 3, 3]);
    await expectResult('ClipByValue', { x }, { clipValueMin: -1, clipValueMax: 3 }, clipped);
    await expectResult('Relu', { x }, {}, floats([NaN, 0, 0, 0, 0, 0.5, 2, 7, Infinity]));
  });
});

test('a maximum and a minimum of any shapes', async () => {
  const shapes = [
    [[3, 4], [4]],
    [
      [3, 1],
      [1, 4],
    ],
    [
      [2, 1, 3],
      [5, 1],
    ],
    [
      [1, 1],
      [3, 4],
    ],
    [[0, 4], [4]],
    [[], []],
  ] as const;
  for (const [a, b] of shapes) {
    await expectEqualsCpu('Maximum', { a: noise(a), b: noise(b, 2) });
    await expectEqualsCpu('Minimum', { a: noise(a), b: noise(b, 2) });
  }
  const ints = { a: list([1, -5, 3], 'int32'), b: list([2, -6, 3], 'int32') };
  await expectEqualsCpu('Maximum', ints);
});

test('everything but 0 is true', async () => {
  const expected = bools([1, 1, 0, 1, 1]);
  await expectResult('Cast', { x: list([0.3, -1, 0, 256, NaN]) }, { dtype: 'bool' }, expected);
  await expectResult('Cast', { x: list([1, -1, 0, 256, 7], 'int32') }, { dtype: 'bool' }, expected);
  await expectEqualsCpu('Cast', { x: list([0.3, -1.7, 0, 256, 3.9]) }, { dtype: 'int32' });
  await expectEqualsCpu('Cast', { x: list([1, 0], 'bool') }, { dtype: 'float32' });
});

describe('integers and bools are not taken for floats', () => {
  const integers = [-3, -1, 0, 1, 2, 100_000];

  test.each([
    ['Asinh', Math.asinh],
    ['Atan', Math.atan],
    ['Reciprocal', (x: number) => 1 / x],
  ] as const)('%s', async (kernelName, compute) => {
    const some = integers.slice(1, 5);
    await expectResult(kernelName, { x: list(some, 'int32') }, {}, floats(some.map(compute)));
    await expectResult(kernelName, { x: list([1, 0, 1], 'bool') }, {}, floats([1, 0, 1].map(compute)));
  });

  test('IsNan, IsFinite', async () => {
    await expectResult('IsNan', { x: list(integers, 'int32') }, {}, bools(integers.map(() => 0)));
    await expectResult('IsFinite', { x: list(integers, 'int32') }, {}, bools(integers.map(() => 1)));
  });

  test.each(['Abs', 'Square', 'Relu', 'Relu6', 'Sign', 'Step'])('%s of bools', async (kernelName) => {
    const expected = { ...floats([1, 0, 1]), dtype: 'int32' } as const;
    await expectResult(kernelName, { x: list([1, 0, 1], 'bool') }, { alpha: 0 }, expected);
  });

  test('Reverse of bools', async () => {
    await expectResult('Reverse', { x: list([1, 1, 0], 'bool') }, { dims: [0] }, bools([0, 1, 1]));
  });
});
