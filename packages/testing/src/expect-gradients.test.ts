import '@tensorflow/tfjs-backend-cpu';
import {
  add,
  customGrad,
  matMul,
  mul,
  setBackend,
  sigmoid,
  sin,
  square,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectGradients } from './expect-gradients.js';
import { expectNoLeak } from './expect-no-leak.js';

beforeAll(async () => {
  await setBackend('cpu');
});

/** A square whose gradient is `factor` times too large. */
function squareWithGradient(factor: number): (x: Tensor) => Tensor {
  return customGrad((x) => ({
    value: square(x as Tensor),
    gradFunc: (upstream: Tensor) => mul(upstream, mul(x as Tensor, 2 * factor)),
  }));
}

describe('expectGradients', () => {
  test('agrees with right gradients of one input and of several, and leaves nothing behind', async () => {
    await expectNoLeak(async () => {
      await expectGradients((x) => sin(square(x)), [[0.3, -1.2, 0.8]]);
      await expectGradients(
        (x, w, b) => sigmoid(add(matMul(x as Tensor<never>, w as Tensor<never>), b)),
        [
          [
            [1, -2, 0.5],
            [0.1, 0.2, -0.7],
          ],
          [
            [0.4, 1],
            [-0.3, 0.6],
            [2, -1],
          ],
          [0.1, -0.1],
        ],
      );
      await expectGradients(squareWithGradient(1), [[[1], [-2], [3]]]);
    });
  });

  test('finds a gradient that is 1 % off, and says of which input', async () => {
    await expect(
      expectGradients(
        (x, y) => add(y, squareWithGradient(1.01)(x)),
        [
          [1, -2, 3],
          [1, 1, 1],
        ],
        { what: 'square' },
      ),
    ).rejects.toThrow(/^square, gradient of input 0 against differences: .* elements differ/);
  });
});
