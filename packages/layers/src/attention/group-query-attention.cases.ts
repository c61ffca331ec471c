import type { ConformanceCase } from '@myelin/testing';
import type { GroupQueryAttentionConfig } from './group-query-attention.js';

const small = { headDim: 2, numQueryHeads: 4, numKeyValueHeads: 2 };

export const cases: readonly ConformanceCase<GroupQueryAttentionConfig>[] = [
  { name: 'query and value', config: small, inputShapes: [[2, 3, 3], [2, 2, 3]] }, // prettier-ignore
  {
    name: 'one head answers, scores',
    config: { ...small, numQueryHeads: 2, numKeyValueHeads: 1, useBias: false },
    inputShapes: [[2, 3, 3], [2, 2, 3]], // prettier-ignore
    options: { returnAttentionScores: true },
  },
  {
    name: 'gate, masked, causal',
    config: { ...small, numQueryHeads: 2, useGate: true, slidingWindow: 2 },
    inputShapes: [[2, 3, 3], [2, 3, 3]], // prettier-ignore
    masked: true,
    options: { useCausalMask: true },
  },
  {
    name: 'dropout, penalties',
    config: { ...small, numQueryHeads: 2, dropout: 0.5, seed: 3, activityRegularizer: 'l2' },
    inputShapes: [[2, 2, 3], [2, 2, 3]], // prettier-ignore
    training: true,
    random: true,
  },
];
