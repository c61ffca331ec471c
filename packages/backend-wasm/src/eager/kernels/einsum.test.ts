import { type Tensor, einsum, setBackend, tensor } from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { type Values, noise, prepareBoth } from '../testing/run-kernel.js';

async function compute(backend: string, equation: string, operands: readonly Values[]): Promise<Tensor> {
  await setBackend(backend);
  const tensors = operands.map(({ values, shape, dtype }) =>
    tensor([...Array.from(values)], [...shape], dtype),
  );
  return einsum(equation, ...tensors);
}

async function expectEqual(equation: string, operands: readonly Values[]): Promise<void> {
  const expected = await compute('cpu', equation, operands);
  const values = await expected.data();
  for (const backend of await prepareBoth()) {
    const result = await compute(backend, equation, operands);
    expect({ shape: result.shape, dtype: result.dtype }).toEqual({
      shape: expected.shape,
      dtype: expected.dtype,
    });
    (await result.data()).forEach((value, i) => {
      expect(value).toBeCloseTo(values[i] ?? NaN, 5);
    });
  }
}

describe('einsum', () => {
  test.each<[equation: string, a: number[], b?: number[]]>([
    ['ab,bc->ac', [3, 4], [4, 5]],
    ['ab,cb->ca', [3, 4], [5, 4]],
    ['abc,cde->abde', [2, 3, 4], [4, 5, 6]],
    ['aecd,abcd->acbe', [2, 5, 3, 4], [2, 6, 3, 4]],
    ['acbe,aecd->abcd', [2, 3, 6, 5], [2, 5, 3, 4]],
    ['a,b->ba', [3], [4]],
    ['ab,ab->', [3, 4], [3, 4]],
    ['abc,bd->ad', [2, 3, 4], [3, 5]],
    ['abc->ca', [2, 3, 4]],
  ])('%s', async (equation, a, b) => {
    await expectEqual(equation, b === undefined ? [noise(a)] : [noise(a), noise(b, 2)]);
  });

  test('integers', async () => {
    const ints = (shape: readonly number[]) =>
      ({ shape, values: [1, -2, 3, 4, 5, -6], dtype: 'int32' }) as const;
    await expectEqual('ij,jk->ki', [ints([2, 3]), ints([3, 2])]);
  });

  test('shapes that do not fit the equation are refused', async () => {
    const [backend = ''] = await prepareBoth();
    const operands = [noise([2, 3]), noise([2, 3])];
    await expect(compute(backend, 'ij,jk->ik', operands)).rejects.toThrow('dimension');
  });
});
