import { fill, getBackend, mean, setBackend, sum } from '@tensorflow/tfjs-core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectEqualsCpu, expectResult, noise, prepareBoth } from '../testing/run-kernel.js';

test.each(['Sum', 'Mean', 'Max', 'Min', 'Prod'])('%s over any axes', async (kernelName) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 11 }), { minLength: 1, maxLength: 4 }).chain((shape) =>
        fc.record({
          shape: fc.constant(shape),
          axis: fc.subarray(shape.map((_, i) => i)),
          keepDims: fc.boolean(),
        }),
      ),
      async ({ shape, axis, keepDims }) => {
        // The kernel Max has another name for its axes.
        const attrs = { axis, reductionIndices: axis, keepDims };
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

test.each(['ArgMax', 'ArgMin'])('%s over any axis', async (kernelName) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 11 }), { minLength: 1, maxLength: 4 }).chain((shape) =>
        fc.record({
          shape: fc.constant(shape),
          axis: fc.integer({ min: -shape.length, max: shape.length - 1 }),
        }),
      ),
      async ({ shape, axis }) => {
        await expectEqualsCpu(kernelName, { x: noise(shape) }, { axis });
      },
    ),
    { numRuns: 40 },
  );
});

test('extremes and products of integers', async () => {
  const x = { shape: [2, 3], dtype: 'int32', values: [1, -2, 3, 4, 5, -6] } as const;
  for (const kernelName of ['Max', 'Min', 'Prod']) {
    await expectEqualsCpu(kernelName, { x }, { axis: [1], reductionIndices: [1], keepDims: false });
  }
  await expectEqualsCpu('ArgMax', { x }, { axis: 0 });
});

test('NaN shows in an extreme', async () => {
  const x = { shape: [2, 3], values: [NaN, 2, 3, 4, 5, 6] };
  const result = { shape: [2], dtype: 'float32' as const };
  await expectResult(
    'Max',
    { x },
    { reductionIndices: [1], keepDims: false },
    { ...result, values: [NaN, 6] },
  );
  await expectResult('Min', { x }, { axis: [1], keepDims: false }, { ...result, values: [NaN, 4] });
});
