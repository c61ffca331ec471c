import type { ConformanceCase } from '@myelin/testing';
import type { SpatialDropout1dConfig } from './spatial-dropout1d.js';

export const cases: readonly ConformanceCase<SpatialDropout1dConfig>[] = [
  { name: 'inference', config: { rate: 0.5 }, inputShapes: [[2, 4, 3]] },
  {
    name: 'training',
    config: { rate: 0.5, seed: 1 },
    inputShapes: [[2, 4, 3]],
    training: true,
    random: true,
  },
  { name: 'mask', config: { rate: 0.5 }, inputShapes: [[2, 4, 3]], masked: true },
  { name: 'rate 1 in training', config: { rate: 1 }, inputShapes: [[2, 4, 3]], training: true },
];
