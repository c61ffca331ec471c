import { NdArray } from '@myelin/core';
import type { ConformanceCase } from '@myelin/testing';
import type { MultiHeadAttentionConfig } from './multi-head-attention.js';

const small = { numHeads: 2, keyDim: 2 };

export const cases: readonly ConformanceCase<MultiHeadAttentionConfig>[] = [
  { name: 'query and value', config: small, inputShapes: [[2, 3, 4], [2, 2, 4]] }, // prettier-ignore
  {
    name: 'key, sizes of its own',
    config: { ...small, valueDim: 3, outputShape: 2, useBias: false },
    inputShapes: [[2, 3, 4], [2, 2, 3], [2, 2, 5]], // prettier-ignore
  },
  {
    name: 'masked, causal',
    config: small,
    inputShapes: [[2, 3, 4], [2, 3, 4]], // prettier-ignore
    masked: true,
    options: { useCausalMask: true },
  },
  {
    name: 'mask of attention, scores returned',
    config: small,
    inputShapes: [[2, 2, 3], [2, 3, 3]], // prettier-ignore
    options: {
      attentionMask: NdArray.from([[[1, 0, 1], [1, 1, 1]], [[0, 1, 0], [1, 0, 0]]]), // prettier-ignore
      returnAttentionScores: true,
    },
  },
  {
    name: 'both axes of images, window, gate',
    config: { ...small, useGate: true, slidingWindow: 2, attentionAxes: [1] },
    inputShapes: [[2, 3, 2, 2], [2, 3, 2, 2]], // prettier-ignore
  },
  {
    name: 'two axes of attention',
    config: { numHeads: 1, keyDim: 2, outputShape: [2, 2] },
    inputShapes: [[1, 2, 2, 3], [1, 2, 3, 3]], // prettier-ignore
  },
  {
    name: 'penalties',
    config: { ...small, kernelRegularizer: 'l2', activityRegularizer: 'l2' },
    inputShapes: [[2, 2, 3], [2, 2, 3]], // prettier-ignore
    training: true,
  },
  {
    name: 'dropout',
    config: { ...small, dropout: 0.5, seed: 3 },
    inputShapes: [[2, 3, 4], [2, 3, 4]], // prettier-ignore
    training: true,
    random: true,
  },
];
