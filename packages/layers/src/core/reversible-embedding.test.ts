import '@tensorflow/tfjs-backend-cpu';
import { clearSession, maskOf } from '@myelin/core';
import { tensor } from '@myelin/ops';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { input } from './input.js';
import { reversibleEmbedding } from './reversible-embedding.js';

beforeAll(async () => {
  await setBackend('cpu');
});
beforeEach(() => {
  clearSession();
});

describe('reversibleEmbedding', () => {
  it('stands twice in a graph, there and back', () => {
    const layer = reversibleEmbedding({ inputDim: 6, outputDim: 3 });
    const vectors = layer(input({ shape: [4], dtype: 'int32' }));
    expect(vectors.shape).toEqual([null, 4, 3]);
    expect(layer(vectors, { reverse: true }).shape).toEqual([null, 4, 6]);
    expect(layer.weights.map(({ path }) => path)).toEqual(['reversible_embedding/embeddings']);
    expect(layer.computeOutputShape([null, 4, 3], { reverse: true })).toEqual([null, 4, 6]);
  });

  it('masks on the way there alone', () => {
    const layer = reversibleEmbedding({ inputDim: 4, outputDim: 2, maskZero: true });
    tidy(() => {
      const vectors = layer(tensor([[3, 0]], 'int32'));
      expect(maskOf(vectors)?.arraySync()).toEqual([[1, 0]]);
      expect(maskOf(layer(vectors, { reverse: true }))).toBeNull();
    });
  });

  it('refuses what it cannot do, with its name', () => {
    const size = { inputDim: 2, outputDim: 2 };
    expect(() => reversibleEmbedding({ ...size, logitSoftCap: 0 })).toThrow(
      'reversible_embedding (ReversibleEmbedding): expected `logitSoftCap` to be a positive number, got 0',
    );
    // @ts-expect-error a type that there is not
    expect(() => reversibleEmbedding({ ...size, reverseDtype: 'float16' })).toThrow('"float32"');
    // @ts-expect-error an option of other layers
    expect(() => reversibleEmbedding(size)(tensor([[1]]), { returnAttentionScores: true })).toThrow(
      'expected no `returnAttentionScores`',
    );
  });
});
