import { test } from 'vitest';
import { expectEqualsCpu, expectResult, noise } from '../testing/run-kernel.js';

test('softmax of floats, integers and nothing', async () => {
  for (const shape of [[3, 5], [7], [2, 2, 10], [0, 4]]) {
    await expectEqualsCpu('Softmax', { logits: noise(shape) }, { dim: shape.length - 1 });
  }
  const logits = { shape: [3], values: [1, 2, 3], dtype: 'int32' } as const;
  const expected = { shape: [3], dtype: 'float32' as const, values: [0.09003057, 0.24472847, 0.66524096] };
  await expectResult('Softmax', { logits }, { dim: 0 }, expected);
});

test('NaN shows in the whole row, and in no other', async () => {
  const logits = { shape: [2, 3], values: [1, NaN, 3, 0, 0, -Infinity] };
  const expected = { shape: [2, 3], dtype: 'float32' as const, values: [NaN, NaN, NaN, 0.5, 0.5, 0] };
  await expectResult('Softmax', { logits }, { dim: 1 }, expected);
});
