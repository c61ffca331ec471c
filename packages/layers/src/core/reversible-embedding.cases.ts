import type { ConformanceCase } from '@myelin/testing';
import type { ReversibleEmbeddingConfig } from './reversible-embedding.js';

const size = { inputDim: 7, outputDim: 3 };
const options = { reverse: true };

export const cases: readonly ConformanceCase<ReversibleEmbeddingConfig>[] = [
  { name: 'sequences', config: size, inputShapes: [[3, 5]], indicesBelow: 7 },
  { name: 'mask', config: { ...size, maskZero: true }, inputShapes: [[3, 5]], indicesBelow: 4 },
  { name: 'back', config: size, inputShapes: [[2, 4, 3]], options },
  { name: 'back, capped', config: { ...size, logitSoftCap: 0.5 }, inputShapes: [[4, 3]], options },
  {
    name: 'penalties',
    config: { ...size, embeddingsRegularizer: 'l2', activityRegularizer: 'l2' },
    inputShapes: [[2, 3]],
    indicesBelow: 7,
  },
];
