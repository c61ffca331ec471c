import type { ConformanceCase } from '@myelin/testing';
import type { RandAugmentConfig } from './rand-augment.js';

export const cases: readonly ConformanceCase<RandAugmentConfig>[] = [
  { name: 'inference', config: {}, inputShapes: [[2, 3, 2, 3]] },
  {
    name: 'training',
    config: { valueRange: [-5, 5], seed: 1 },
    inputShapes: [[2, 4, 5, 3]],
    training: true,
    random: true,
    batchDependent: true,
    constant: true,
  },
];
