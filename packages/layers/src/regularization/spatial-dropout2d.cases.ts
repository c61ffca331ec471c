import type { ConformanceCase } from '@myelin/testing';
import type { SpatialDropout2dConfig } from './spatial-dropout2d.js';

export const cases: readonly ConformanceCase<SpatialDropout2dConfig>[] = [
  { name: 'inference', config: { rate: 0.5 }, inputShapes: [[2, 3, 2, 3]] },
  {
    name: 'training',
    config: { rate: 0.5, seed: 1 },
    inputShapes: [[2, 3, 2, 3]],
    training: true,
    random: true,
  },
  {
    name: 'channels first in training',
    config: { rate: 0.5, dataFormat: 'channels_first', seed: 2 },
    inputShapes: [[2, 3, 2, 2]],
    training: true,
    random: true,
  },
  { name: 'rate 1 in training', config: { rate: 1 }, inputShapes: [[2, 3, 2, 3]], training: true },
];
