import '@tensorflow/tfjs-backend-cpu';
import { clearSession, maskOf } from '@myelin/core';
import { tensor } from '@myelin/ops';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { embedding } from './embedding.js';
import { input } from './input.js';

beforeAll(async () => {
  await setBackend('cpu');
});
beforeEach(() => {
  clearSession();
});

describe('embedding', () => {
  it('starts from given vectors, which are in no file', async () => {
    const layer = embedding({
      inputDim: 2,
      outputDim: 2,
      weights: [
        [1, 2],
        [3, 4],
      ],
    });
    tidy(() => {
      expect(layer(tensor([[1, 0]], 'int32')).arraySync()).toEqual([
        [
          [3, 4],
          [1, 2],
        ],
      ]);
    });
    expect(layer.getConfig()).not.toHaveProperty('weights');
    expect(layer.weights.map(({ path }) => path)).toEqual(['embedding/embeddings']);
    layer.setWeights([
      [
        [0, 0],
        [0, 0],
      ],
    ]);
    expect((await layer.getWeights())[0]?.toArray()).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it('draws the others from -0.05 to 0.05', async () => {
    const layer = embedding({ inputDim: 50, outputDim: 20 });
    layer.build([null, 3]);
    const data = (await layer.getWeights())[0]?.data as Float32Array;
    expect(Math.max(...data)).toBeLessThanOrEqual(0.05);
    expect(Math.max(...data)).toBeGreaterThan(0.045);
    expect(Math.min(...data)).toBeLessThan(-0.045);
  });

  it('masks index 0 if it is told to', () => {
    tidy(() => {
      const words = tensor([[3, 0]], 'int32');
      const size = { inputDim: 4, outputDim: 1 };
      expect(maskOf(embedding({ ...size, maskZero: true })(words))?.arraySync()).toEqual([[1, 0]]);
      expect(maskOf(embedding(size)(words))).toBeNull();
    });
    const y = embedding({ inputDim: 4, outputDim: 1, maskZero: true })(input({ shape: [5], dtype: 'int32' }));
    expect(y).toMatchObject({ shape: [null, 5, 1], dtype: 'float32' });
    expect(maskOf(y)).toMatchObject({ shape: [null, 5], dtype: 'bool' });
  });

  it('refuses what it cannot do, with its name', () => {
    expect(() => embedding({ inputDim: 0, outputDim: 2, name: 'words' })).toThrow(
      'words (Embedding): expected `inputDim` to be a positive whole number, got 0',
    );
    expect(() => embedding({ inputDim: 2, outputDim: 1.5 })).toThrow('`outputDim`');
    expect(() => embedding({ inputDim: 2, outputDim: 2, weights: [[1, 2]] })).toThrow(
      'expected `weights` of shape (2, 2), got (1, 2)',
    );
    // @ts-expect-error an unknown option
    expect(() => embedding({ inputDim: 2, outputDim: 2, maskZeros: true })).toThrow(
      'Did you mean "maskZero"?',
    );
  });
});
