import '@tensorflow/tfjs-backend-cpu';
import { NdArray, clearSession } from '@myelin/core';
import { ones, tensor } from '@myelin/ops';
import { expectClose, expectNoLeak } from '@myelin/testing';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { relu } from '../activation/relu.js';
import { dense } from '../core/dense.js';
import { embedding } from '../core/embedding.js';
import { spectralNormalization } from './spectral-normalization.js';

beforeAll(async () => {
  await setBackend('cpu');
});
beforeEach(() => {
  clearSession();
});

describe('spectralNormalization', () => {
  it('brings the largest singular value to 1', async () => {
    const layer = spectralNormalization({ layer: dense({ units: 2, useBias: false }), powerIterations: 30 });
    layer.build([null, 2]);
    // Singular values 4 and 2.
    layer.setWeights([[[0, 2], [-4, 0]], [[1, 1]]]); // prettier-ignore
    await expectNoLeak(() => {
      tidy(() => {
        layer(ones([1, 2]), { training: true });
      });
    });
    expectClose((await layer.getWeights())[0] as NdArray, [[0, 0.5], [-1, 0]]); // prettier-ignore
  });

  it('leaves a kernel of zeros as it is', async () => {
    const layer = spectralNormalization({ layer: dense({ units: 2, kernelInitializer: 'zeros' }) });
    tidy(() => {
      expect(layer(ones([1, 3]), { training: true }).arraySync()).toEqual([[0, 0]]);
    });
    const [kernel, u] = await layer.getWeights();
    expect(kernel?.toArray()).toEqual([[0, 0], [0, 0], [0, 0]]); // prettier-ignore
    expect(u?.toArray()).not.toEqual([[0, 0]]);
  });

  it('keeps the vectors of an embedding as they are at inference', () => {
    const layer = spectralNormalization({
      layer: embedding({ inputDim: 2, outputDim: 2, weights: [[0.25, 0.5], [3, 4]] }), // prettier-ignore
    });
    tidy(() => {
      expect(layer(tensor([[1, 0]], 'int32')).arraySync()).toEqual([[[3, 4], [0.25, 0.5]]]); // prettier-ignore
    });
    expect(layer.weights.map(({ path }) => path)).toEqual([
      'spectral_normalization/embedding/embeddings',
      'spectral_normalization/vector_u',
    ]);
  });

  it('refuses what makes no sense', () => {
    expect(() => spectralNormalization({ layer: dense({ units: 1 }), powerIterations: 0 })).toThrow(
      '`powerIterations` to be a positive whole number, got 0',
    );
    expect(() => {
      spectralNormalization({ layer: relu(), name: 's' }).build([null, 2]);
    }).toThrow('s (SpectralNormalization): expected a layer with a kernel or embeddings, got ReLU');
  });
});
