import type { ConformanceCase } from '@myelin/testing';
import type { AdditiveAttentionConfig } from './additive-attention.js';

export const cases: readonly ConformanceCase<AdditiveAttentionConfig>[] = [
  { name: 'query and value', config: {}, inputShapes: [[2, 3, 2], [2, 2, 2]] }, // prettier-ignore
  {
    name: 'key, no scale, scores',
    config: { useScale: false },
    inputShapes: [[2, 3, 2], [2, 2, 3], [2, 2, 2]], // prettier-ignore
    options: { returnAttentionScores: true },
  },
  {
    name: 'masked, causal',
    config: {},
    inputShapes: [[2, 3, 2], [2, 3, 2]], // prettier-ignore
    masked: true,
    options: { useCausalMask: true },
  },
  {
    name: 'dropout',
    config: { dropout: 0.5, seed: 3 },
    inputShapes: [[2, 3, 2], [2, 3, 2]], // prettier-ignore
    training: true,
    random: true,
  },
];
