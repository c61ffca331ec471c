import '@tensorflow/tfjs-backend-cpu';
import { NdArray, maskOf, withMask } from '@myelin/core';
import { ones, tensor } from '@myelin/ops';
import { expectClose } from '@myelin/testing';
import { type Tensor, setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { additiveAttention } from './additive-attention.js';
import { attention } from './attention.js';

beforeAll(async () => {
  await setBackend('cpu');
});

const host = (x: Tensor): NdArray => new NdArray(x.dataSync<'float32'>(), x.shape);

describe.each([
  ['attention', attention],
  ['additiveAttention', additiveAttention],
] as const)('%s', (_, make) => {
  it('sees nothing later where it is causal, and nothing that is masked', () => {
    tidy(() => {
      const layer = make();
      const x = tensor([[[1, 2], [3, 1], [0, 4]]]); // prettier-ignore
      const masked = withMask(x, tensor([[1, 0, 1]], 'bool'));
      const [y, scores] = layer([x, masked], { returnAttentionScores: true, useCausalMask: true });
      const seen = (scores.arraySync() as number[][][]).flat().map((row) => row.map((share) => share > 0));
      expect(seen).toEqual([[true, false, false], [true, false, false], [true, false, true]]); // prettier-ignore
      expectClose(host(y).data.slice(0, 4), [1, 2, 1, 2]);
      expect(maskOf(y)).toBeNull();
      const query = layer([masked, x]);
      expect(host(query).toArray()).toMatchObject([{ 1: [0, 0] }]);
      expect(maskOf(query)?.arraySync()).toEqual([[1, 0, 1]]);
      expect(maskOf(masked)?.arraySync()).toEqual([[1, 0, 1]]);
    });
  });

  it('drops a part of the attention in training', () => {
    tidy(() => {
      const layer = make({ dropout: 0.5, seed: 1 });
      const x = ones([4, 8, 2]);
      const [, scores] = layer([x, x], { training: true, returnAttentionScores: true });
      expect(new Set(scores.dataSync())).toEqual(new Set([0, 0.25]));
    });
  });

  it('takes several inputs in graphs', () => {
    const [query, value, key] = [[3, 4], [5, 2], [5, 4]].map((shape) => input({ shape })); // prettier-ignore
    if (query === undefined || value === undefined || key === undefined) throw new Error('three inputs');
    expect(make()([query, value, key]).shape).toEqual([null, 3, 2]);
    expect(make()([query, value, key], { returnAttentionScores: true })[1].shape).toEqual([null, 3, 5]);
  });

  it('refuses what makes no sense', () => {
    expect(() => make({ dropout: 2 })).toThrow('`dropout` to be from 0 to 1, got 2');
    const [x, other] = [input({ shape: [3, 4] }), input({ shape: [3, 5] })];
    expect(() => make()([x, other])).toThrow('a query with as many features as the key');
    expect(() => make()(x as never)).toThrow('a list of query and value');
  });
});

it('attention refuses other ways to score', () => {
  // @ts-expect-error an unknown mode
  expect(() => attention({ scoreMode: 'dott' })).toThrow('Did you mean "dot"?');
});
