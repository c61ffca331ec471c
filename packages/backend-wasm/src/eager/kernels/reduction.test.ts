import { fill, getBackend, mean, setBackend, sum } from '@tensorflow/tfjs-core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectEqualsCpu, noise, prepareBoth } from '../testing/run-kernel.js';

test.each(['Sum', 'Mean'])('%s over any axes', async (kernelName) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 11 }), { minLength: 1, maxLength: 4 }).chain((shape) =>
        fc.record({
          shape: fc.constant(shape),
          axis: fc.subarray(shape.map((_, i) => i)),
          keepDims: fc.boolean(),
        }),
      ),
      async ({ shape, ...attrs }) => {
        await expectEqualsCpu(kernelName, { x: noise(shape) }, attrs);
      },
    ),
    { numRuns: 60 },
  );
});

test('sums and means of integers', async () => {
  const x = { shape: [2, 3], dtype: 'int32', values: [1, 2, 3, 4, 5, 2_000_000_000] } as const;
  await expectEqualsCpu('Sum', { x }, { axis: [0], keepDims: false });
  await expectEqualsCpu('Mean', { x }, { axis: [1], keepDims: true });
});

test('negative axes, and nothing to sum', async () => {
  await expectEqualsCpu('Sum', { x: noise([2, 3, 4]) }, { axis: [-1], keepDims: true });
  await expectEqualsCpu('Sum', { x: noise([0, 3]) }, { axis: [0], keepDims: false });
});

test('the mean of ten million equal numbers is that number', async () => {
  for (const backend of await prepareBoth()) {
    await setBackend(backend);
    expect(getBackend()).toBe(backend);
    const x = fill([10_000, 1000], 0.1);
    const whole = mean(x);
    const columns = sum(x, 0);
    expect(Math.abs((whole.dataSync()[0] ?? NaN) - 0.1)).toBeLessThan(1e-8);
    for (const column of columns.dataSync()) expect(Math.abs(column - 1000)).toBeLessThan(1e-4);
    for (const tensor of [x, whole, columns]) tensor.dispose();
  }
});
