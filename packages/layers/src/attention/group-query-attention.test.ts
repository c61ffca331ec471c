import '@tensorflow/tfjs-backend-cpu';
import { NdArray, clearSession } from '@myelin/core';
import { ones, tensor } from '@myelin/ops';
import { expectClose } from '@myelin/testing';
import { type Tensor, setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { groupQueryAttention } from './group-query-attention.js';
import { multiHeadAttention } from './multi-head-attention.js';

beforeAll(async () => {
  await setBackend('cpu');
});
beforeEach(() => {
  clearSession();
});

const host = (x: Tensor): NdArray => new NdArray(x.dataSync<'float32'>(), x.shape);
const heads = { headDim: 2, numQueryHeads: 4, numKeyValueHeads: 2 };

describe('groupQueryAttention', () => {
  it('has fewer heads for keys and values', () => {
    const layer = groupQueryAttention({ ...heads, useGate: true, useBias: false });
    layer([input({ shape: [3, 5] }), input({ shape: [null, 6] })]);
    expect(layer.weights.map(({ path, shape }) => [path, shape])).toEqual([
      ['grouped_query_attention/query/kernel', [5, 4, 2]],
      ['grouped_query_attention/key/kernel', [6, 2, 2]],
      ['grouped_query_attention/gate/kernel', [5, 4, 2]],
      ['grouped_query_attention/value/kernel', [6, 2, 2]],
      ['grouped_query_attention/attention_output/kernel', [4, 2, 5]],
    ]);
  });

  it('is multi-head attention where each query has its own key', async () => {
    const grouped = groupQueryAttention({ ...heads, numQueryHeads: 2 });
    const several = multiHeadAttention({ numHeads: 2, keyDim: 2 });
    const shapes = [[null, 2, 3], [null, 2, 3]] as const; // prettier-ignore
    grouped.build(shapes);
    several.build(shapes);
    several.setWeights(await grouped.getWeights());
    tidy(() => {
      const x = tensor([[[1, -2, 3], [0, 1, 2]]]); // prettier-ignore
      expectClose(host(grouped([x, x])), host(several([x, x])));
    });
  });

  it('refuses what makes no sense', () => {
    expect(() => groupQueryAttention({ ...heads, numKeyValueHeads: 3, name: 'g' })).toThrow(
      'g (GroupQueryAttention): expected `numQueryHeads` to be a multiple of `numKeyValueHeads`, got 4 and 3',
    );
    expect(() => groupQueryAttention({ ...heads, slidingWindow: 0 })).toThrow('`slidingWindow`');
    expect(() => groupQueryAttention({ ...heads, flashAttention: true, dropout: 0.1 })).toThrow(
      'expected no dropout',
    );
    tidy(() => {
      const image = ones([1, 2, 2, 3]);
      expect(() => groupQueryAttention(heads)([image, image])).toThrow(
        'expected inputs [batch, steps, features]',
      );
    });
  });
});
