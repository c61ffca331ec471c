import type { ConformanceCase } from '@myelin/testing';
import type { AttentionConfig } from './attention.js';

export const cases: readonly ConformanceCase<AttentionConfig>[] = [
  { name: 'query and value', config: {}, inputShapes: [[2, 3, 2], [2, 2, 2]] }, // prettier-ignore
  {
    name: 'key, scale, scores',
    config: { useScale: true },
    inputShapes: [[2, 3, 2], [2, 2, 3], [2, 2, 2]], // prettier-ignore
    options: { returnAttentionScores: true },
  },
  {
    name: 'concatenated, scale, masked',
    config: { scoreMode: 'concat', useScale: true },
    inputShapes: [[2, 3, 2], [2, 3, 2]], // prettier-ignore
    masked: true,
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
