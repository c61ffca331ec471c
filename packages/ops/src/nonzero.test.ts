import '@tensorflow/tfjs-backend-cpu';
import { SymbolicTensor } from '@myelin/core';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { bincount, nonzero, unique } from './index.js';

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
