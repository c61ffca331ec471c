import type { ConformanceCase } from '@myelin/testing';
import type { EmbeddingConfig } from './embedding.js';

const size = { inputDim: 7, outputDim: 3 };

export const cases: readonly ConformanceCase<EmbeddingConfig>[] = [
  { name: 'sequences', config: size, inputShapes: [[3, 5]], indicesBelow: 7 },
  { name: 'rank 1', config: size, inputShapes: [[4]], indicesBelow: 7 },
  { name: 'rank 3', config: size, inputShapes: [[2, 3, 2]], indicesBelow: 7 },
  { name: 'mask', config: { ...size, maskZero: true }, inputShapes: [[3, 5]], indicesBelow: 4 },
  { name: 'adapted', config: { ...size, loraRank: 2 }, inputShapes: [[3, 5]], indicesBelow: 7 },
  {
    name: 'large',
    config: { inputDim: 65, outputDim: 17 },
    inputShapes: [[5, 33]],
    indicesBelow: 65,
  },
  {
    name: 'penalties',
    config: { ...size, embeddingsRegularizer: 'l2', activityRegularizer: 'l2' },
    inputShapes: [[2, 3]],
    indicesBelow: 7,
  },
];
