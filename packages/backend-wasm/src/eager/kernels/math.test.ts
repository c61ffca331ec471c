import { describe, expect, test } from 'vitest';
import { erf, sigmoid, softplus } from '../../native/testing/references.js';
import { ulps } from '../../native/testing/ulp.js';
import { type Values, expectEqualsCpu, noise, prepareBoth, runKernel } from '../testing/run-kernel.js';

const values = [0, -0, 1e-7, -1e-7, 1e-4, -0.5, 0.1, 3, -20, 90, -110, 1e5, Infinity, -Infinity, NaN];

describe('functions of one tensor', () => {
  test.each<[string, (x: number) => number]>([
    ['Exp', Math.exp],
    ['Expm1', Math.expm1],
    ['Log', Math.log],
    ['Log1p', Math.log1p],
    ['Tanh', Math.tanh],
    ['Sigmoid', sigmoid],
    ['Softplus', softplus],
    ['Erf', erf],
    ['Sin', Math.sin],
    ['Cos', Math.cos],
    ['Tan', Math.tan],
    ['Sinh', Math.sinh],
    ['Cosh', Math.cosh],
    ['Asinh', Math.asinh],
    ['Acosh', Math.acosh],
    ['Atanh', Math.atanh],
    ['Asin', Math.asin],
    ['Acos', Math.acos],
    ['Atan', Math.atan],
    ['Rsqrt', (x) => 1 / Math.sqrt(x)],
  ])('%s of floats, integers and bools', async (kernelName, compute) => {
    const inputs: Values[] = [
      { shape: [3, 5], values },
      { shape: [4], values: [-3, 0, 2, 11], dtype: 'int32' },
      { shape: [3], values: [1, 0, 1], dtype: 'bool' },
      { shape: [0], values: [] },
    ];
    for (const backend of await prepareBoth()) {
      for (const x of inputs) {
        const { values: results, ...rest } = await runKernel(backend, kernelName, { x }, {});
        expect(rest).toEqual({ shape: x.shape, dtype: 'float32' });
        results.forEach((result, i) => {
          const value = Math.fround(x.values[i] ?? NaN);
          expect(ulps(result, compute(value)), `${kernelName}(${value})`).toBeLessThan(2);
        });
      }
    }
  });
});

describe('functions of two tensors', () => {
  const ints = (list: readonly number[], shape = [list.length]): Values => ({
    shape,
    values: list,
    dtype: 'int32',
  });

  test('are broadcast', async () => {
    const [a, b] = [noise([3, 1, 4]), noise([2, 1], 5)];
    const positive = { ...a, values: Array.from(a.values, Math.abs) };
    await expectEqualsCpu('Pow', { a: positive, b });
    await expectEqualsCpu('Atan2', { a, b });
    await expectEqualsCpu('FloorDiv', { a, b });
    await expectEqualsCpu('Mod', { a, b });
    await expectEqualsCpu('Mod', { a, b: { shape: [], values: [-0.25] } });
    await expectEqualsCpu('FloorDiv', { a: ints([7, -7, 8, -1], [4, 1]), b: ints([2, -3, 5]) });
    await expectEqualsCpu('Mod', { a: ints([7, -7, 8, -1], [4, 1]), b: ints([2, -3, 5]) });
  });

  test('powers of integers stay integers', async () => {
    await expectEqualsCpu('Pow', { a: ints([2, -3, 5]), b: ints([10, 3, 0]) });
  });
});
