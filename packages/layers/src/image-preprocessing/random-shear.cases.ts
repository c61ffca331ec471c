import type { ConformanceCase } from '@myelin/testing';
import type { RandomShearConfig } from './random-shear.js';

export const cases: readonly ConformanceCase<RandomShearConfig>[] = [
  { name: 'inference', config: {}, inputShapes: [[2, 3, 2, 3]] },
  {
    name: 'training',
    config: { xFactor: 0.5, yFactor: [0.1, 0.3], seed: 1 },
    inputShapes: [[2, 4, 5, 2]],
    training: true,
    random: true,
  },
];
