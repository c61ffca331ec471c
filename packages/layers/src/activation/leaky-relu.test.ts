import { expect, it } from 'vitest';
import { leakyRelu } from './leaky-relu.js';

it('leakyRelu refuses negative slopes', () => {
  expect(() => leakyRelu({ negativeSlope: -1, name: 'l' })).toThrow(
    'l (LeakyReLU): expected `negativeSlope` to be 0 or more, got -1',
  );
});
