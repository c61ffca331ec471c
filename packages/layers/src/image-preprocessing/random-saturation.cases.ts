import type { ConformanceCase } from '@myelin/testing';
import type { RandomSaturationConfig } from './random-saturation.js';

export const cases: readonly ConformanceCase<RandomSaturationConfig>[] = [
  { name: 'inference', config: { factor: 0.5 }, inputShapes: [[2, 3, 2, 3]] },
  {
    name: 'training',
    config: { factor: [0.1, 0.6], seed: 1 },
    inputShapes: [[2, 2, 2, 3]],
    training: true,
    random: true,
  },
];
