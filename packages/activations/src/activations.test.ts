import '@tensorflow/tfjs-backend-cpu';
import { NdArray } from '@myelin/core';
import { logitsOf, sum, tensor } from '@myelin/ops';
import { expectClose } from '@myelin/testing';
import { type Tensor, setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { byId } from './by-id.js';
import { glu, sigmoid, softmax, sparsemax, threshold } from './index.js';

const host = (x: Tensor): NdArray => new NdArray(x.dataSync<'float32'>(), x.shape);

beforeAll(async () => {
  await setBackend('cpu');
});

describe('activations', () => {
  it('answer to the ids of Keras, aliases included', () => {
    const aliases = Object.entries(byId).filter(([id, { id: own }]) => id !== own);
    expect(aliases.map(([id, { id: own }]) => [id, own])).toEqual([
      ['hard_swish', 'hard_silu'],
      ['swish', 'silu'],
    ]);
    expect(Object.keys(byId)).toHaveLength(32);
  });

  it('keep the logits behind probabilities', () => {
    tidy(() => {
      const x = tensor([1, 2]);
      expect(logitsOf(sigmoid(x))).toBe(x);
      expect(logitsOf(softmax(x))).toBe(x);
    });
  });

  it('softmax sums to 1, and sparsemax picks a clear winner', () => {
    tidy(() => {
      expectClose(
        host(
          sum(
            softmax(
              tensor([
                [300, 301, -5],
                [0, 0, 0],
              ]),
            ),
            { axis: -1 },
          ),
        ),
        [1, 1],
      );
      expectClose(host(sparsemax(tensor([[1, 5, 2]]))), [[0, 1, 0]]);
    });
  });

  it('refuse what they cannot do', () => {
    tidy(() => {
      expect(() => glu(tensor([1, 2, 3]))).toThrow('glu: expected an even size of axis -1, got (3,).');
      expect(() => threshold(tensor([1]))).toThrow('threshold: expected `threshold` and `defaultValue`');
    });
  });
});
