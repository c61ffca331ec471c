import '@tensorflow/tfjs-backend-cpu';
import { StateError } from '@myelin/core';
import { memory, setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { multiply, square, stopGradient, sum, tensor, valueAndGradients } from '../index.js';

beforeAll(async () => {
  await setBackend('cpu');
});

describe('valueAndGradients', () => {
  it('says which tensors the value depends on', () => {
    const [x, y] = [tensor([1, 2]), tensor([3])];
    const { gradients, reached } = valueAndGradients(() => {
      square(y);
      return sum(square(x));
    }, [x, y]);
    expect(reached).toEqual([true, false]);
    expect(gradients.map((gradient) => [...gradient.dataSync()])).toEqual([[2, 4], [0]]);
  });

  it('does not go through what is a constant to them', () => {
    const [x, y] = [tensor([1, 2]), tensor([3])];
    const { gradients, reached } = valueAndGradients(
      () => sum(multiply(square(x), stopGradient(square(y)))),
      [x, y],
    );
    expect(reached).toEqual([true, false]);
    expect(gradients[0]?.arraySync()).toEqual([18, 36]);
  });

  it('refuses a value that depends on none of them', () => {
    const [x, y] = [tensor([1, 2]), tensor([3])];
    expect(() => valueAndGradients(() => sum(square(x)), [y])).toThrow(StateError);
  });

  it('leaves nothing behind when the function fails', () => {
    const x = tensor([1, 2]);
    const before = memory().numTensors;
    const failing = () => {
      multiply(square(x), x);
      throw new Error('no further');
    };
    expect(() => tidy(() => valueAndGradients(failing, [x]).value)).toThrow('no further');
    expect(memory().numTensors).toBe(before);
    expect(valueAndGradients(() => sum(square(x)), [x]).reached).toEqual([true]);
  });
});
