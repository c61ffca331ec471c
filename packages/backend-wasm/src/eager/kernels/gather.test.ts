import { describe, expect, test } from 'vitest';
import { expectEqualsCpu, noise, prepareBoth, runKernel } from '../testing/run-kernel.js';

const ints = (shape: readonly number[], values: readonly number[]) =>
  ({ shape, values, dtype: 'int32' }) as const;

describe('gather', () => {
  test.each([
    ['rows', [4, 3], ints([3], [1, 1, 3]), 0, 0],
    ['columns', [4, 3], ints([2], [2, 0]), 1, 0],
    ['with indices of two axes', [4, 3], ints([2, 2], [1, 1, 3, 0]), 0, 0],
    ['with a batch dimension', [4, 3], ints([4, 2], [1, 0, 2, 2, 0, 1, 0, 0]), 1, 1],
    ['in the middle of a batch', [2, 3, 4, 5], ints([2, 3], [3, 0, 1, 1, 2, 2]), 2, 1],
    ['nothing', [4, 3], ints([0], []), 0, 0],
  ] as const)('%s', async (_, shape, indices, axis, batchDims) => {
    await expectEqualsCpu('GatherV2', { x: noise(shape), indices }, { axis, batchDims });
  });

  test('bools', async () => {
    const x = { shape: [3, 2], dtype: 'bool', values: [1, 0, 0, 1, 1, 1] } as const;
    await expectEqualsCpu('GatherV2', { x, indices: ints([2], [1, 0]) }, { axis: 0, batchDims: 0 });
  });

  test('says which index is out of range', async () => {
    const [backend = ''] = await prepareBoth();
    for (const wrong of [-1, 4]) {
      const inputs = { x: noise([4, 3]), indices: ints([3], [0, wrong, 1]) };
      await expect(runKernel(backend, 'GatherV2', inputs, { axis: 0, batchDims: 0 })).rejects.toThrow(
        `expected indices from 0 to 3, got ${wrong} at place 1`,
      );
    }
  });
});
