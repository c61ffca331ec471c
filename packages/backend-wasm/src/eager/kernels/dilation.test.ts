import { describe, test } from 'vitest';
import { type Values, expectEqualsCpu, noise } from '../testing/run-kernel.js';

const below = (shape: readonly number[], seed: number): Values => {
  const { values } = noise(shape, seed);
  return { shape, values: Array.from(values, (value) => value - 2) };
};

describe('grey dilation, also of negative numbers', () => {
  test.each([
    { strides: 1, pad: 'valid', dilations: 1, outShape: [2, 4, 3, 3] },
    { strides: [2, 1], pad: 'same', dilations: 1, outShape: [2, 3, 4, 3] },
    { strides: 1, pad: 'same', dilations: [2, 2], outShape: [2, 5, 4, 3] },
  ])('%o', async ({ outShape, ...attrs }) => {
    const inputs = { x: below([2, 5, 4, 3], 1), filter: noise([2, 2, 3], 2) };
    const dy = noise(outShape, 3);
    await expectEqualsCpu('Dilation2D', inputs, attrs);
    await expectEqualsCpu('Dilation2DBackpropInput', { ...inputs, dy }, attrs);
    await expectEqualsCpu('Dilation2DBackpropFilter', { ...inputs, dy }, attrs);
  });
});
