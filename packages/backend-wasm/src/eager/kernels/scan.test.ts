import { test } from 'vitest';
import { expectEqualsCpu, noise } from '../testing/run-kernel.js';

test.each(['Cumsum', 'Cumprod'])('%s along any axis, of floats and integers', async (kernelName) => {
  const x = noise([3, 4, 5]);
  const ints = { shape: [2, 3], values: [1, -2, 3, 4, 5, 2], dtype: 'int32' } as const;
  for (const exclusive of [false, true]) {
    for (const reverse of [false, true]) {
      for (const axis of [0, 1, 2]) await expectEqualsCpu(kernelName, { x }, { axis, exclusive, reverse });
      await expectEqualsCpu(kernelName, { x: ints }, { axis: 1, exclusive, reverse });
    }
  }
  await expectEqualsCpu(kernelName, { x: noise([0, 3]) }, { axis: 0, exclusive: false, reverse: false });
});
