import type { ConformanceCase } from '@myelin/testing';
import type { RandomPerspectiveConfig } from './random-perspective.js';

export const cases: readonly ConformanceCase<RandomPerspectiveConfig>[] = [
  { name: 'inference', config: {}, inputShapes: [[2, 3, 2, 3]] },
  {
    name: 'training',
    config: { scale: 0.5, seed: 1 },
    inputShapes: [[2, 4, 5, 1]],
    training: true,
    random: true,
  },
];
