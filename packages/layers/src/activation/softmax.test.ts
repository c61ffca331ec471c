import '@tensorflow/tfjs-backend-cpu';
import { NdArray, maskOf, withMask } from '@myelin/core';
import { logitsOf, tensor } from '@myelin/ops';
import { expectClose } from '@myelin/testing';
import { type Tensor, setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { softmax } from './softmax.js';

beforeAll(async () => {
  await setBackend('cpu');
});

const host = (x: Tensor): NdArray => new NdArray(x.dataSync<'float32'>(), x.shape);

describe('softmax', () => {
  it('hands the logits behind probabilities to the loss, unless there is a mask', () => {
    tidy(() => {
      const x = tensor([[1, 2]]);
      expect(logitsOf(softmax()(x))).toBe(x);
      expect(logitsOf(softmax()(x, { mask: tensor([[1, 0]], 'bool') }))).toBeUndefined();
    });
  });

  it('takes masks that inputs carry, and masks of numbers', () => {
    tidy(() => {
      const x = tensor([[3, 3, 9], [1, 2, 3]]); // prettier-ignore
      const mask = tensor([[1, 1, 0], [0, 0, 0]], 'bool'); // prettier-ignore
      const y = softmax()(withMask(x, mask));
      expectClose(host(y), [[0.5, 0.5, 0], [0, 0, 0]]); // prettier-ignore
      expect(maskOf(y)?.arraySync()).toEqual([[1, 1, 0], [0, 0, 0]]); // prettier-ignore
      expectClose(host(softmax()(x, { mask: tensor([0.6, 0.9, 0.5]) })), [
        [0.5, 0.5, 0],
        [0.268941, 0.731059, 0],
      ]);
    });
  });

  it('distributes over several axes together, also where they are far from zero', () => {
    tidy(() => {
      const x = tensor([[[1000, 1000], [1000, -1000]]]); // prettier-ignore
      expectClose(host(softmax({ axis: [1, 2] })(x)), [[[1 / 3, 1 / 3], [1 / 3, 0]]]); // prettier-ignore
    });
  });

  it('refuses what makes no sense', () => {
    expect(() => softmax({ axis: [] })).toThrow('`axis` to be a whole number or several of them, got []');
    const layer = softmax({ name: 's' });
    const [x, mask] = [input({ shape: [3, 4] }), input({ shape: [3], dtype: 'bool' })];
    expect(() => layer(x, { mask })).toThrow(
      /^s \(Softmax\): expected a mask that broadcasts to the input .*, got/,
    );
  });
});
