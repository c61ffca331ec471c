import '@tensorflow/tfjs-backend-cpu';
import { SymbolicTensor } from '@myelin/core';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { bincount, nonzero, ones, segmentSum, tensor, unique } from './index.js';

beforeAll(async () => {
  await setBackend('cpu');
});

it.each([
  ['nonzero', nonzero],
  ['unique', unique],
  ['bincount', bincount],
] as const)('%s says that values are read where there are none', (_, op) => {
  expect(() => op(new SymbolicTensor([null], 'int32'))).toThrow(
    /Reading a tensor: expected a tensor with values.* cannot read values/s,
  );
});

it('numbers are counted up to the largest of more than a call takes as arguments', () => {
  const ids = tensor(
    Array.from({ length: 200_000 }, (_, i) => i % 2),
    'int32',
  );
  expect(bincount(ids).arraySync()).toEqual([100_000, 100_000]);
  expect(segmentSum(ones([200_000]), ids).arraySync()).toEqual([100_000, 100_000]);
});
