import type { ConformanceCase } from '@myelin/testing';
import type { MixUpConfig } from './mix-up.js';

export const cases: readonly ConformanceCase<MixUpConfig>[] = [
  { name: 'inference', config: {}, inputShapes: [[2, 3, 2, 3]] },
  {
    name: 'training',
    config: { alpha: 1, seed: 1 },
    inputShapes: [[4, 2, 2, 1]],
    training: true,
    random: true,
    batchDependent: true,
  },
];
