import '@tensorflow/tfjs-backend-cpu';
import { type Tensor, dispose, scalar, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectNoLeak } from './expect-no-leak.js';

beforeAll(async () => {
  await setBackend('cpu');
});

describe('expectNoLeak', () => {
  test('returns what ran, at once or later', async () => {
    expect(await expectNoLeak(() => 3)).toBe(3);
    const value = await expectNoLeak(async () => {
      const tensor = scalar(4);
      const data = await tensor.data();
      tensor.dispose();
      return data[0];
    });
    expect(value).toBe(4);
  });

  test('finds a tensor left behind after waiting', async () => {
    const left: Tensor[] = [];
    await expect(
      expectNoLeak(async () => {
        await Promise.resolve();
        left.push(scalar(1), scalar(2));
      }),
    ).rejects.toThrow('2 tensors were left behind');
    dispose(left);
  });

  test('finds a tensor that was not its own to dispose', async () => {
    const mine = scalar(1);
    await expect(
      expectNoLeak(() => {
        mine.dispose();
      }),
    ).rejects.toThrow('1 tensors too many were disposed');
  });
});
