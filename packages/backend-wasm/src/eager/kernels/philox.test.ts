import { uniformArray } from '@myelin/core';
import { expect, test } from 'vitest';
import { prepareBoth, runKernel } from '../testing/run-kernel.js';

test('uniform numbers are those of the host', async () => {
  const seed = { shape: [2], values: [7, 3], dtype: 'int32' } as const;
  for (const backend of await prepareBoth()) {
    const { shape, values } = await runKernel(backend, 'PhiloxUniform', { seed }, { shape: [3, 7] });
    expect(shape).toEqual([3, 7]);
    expect(Float32Array.from(values)).toEqual(uniformArray({ seed: 7, offset: 3 }, 21));
  }
});
