import type { ConformanceCase } from '@myelin/testing';
import type { RandomPosterizationConfig } from './random-posterization.js';

export const cases: readonly ConformanceCase<RandomPosterizationConfig>[] = [
  { name: 'inference', config: { factor: 2 }, inputShapes: [[2, 3, 2, 3]] },
  {
    name: 'training',
    config: { factor: 8, valueRange: [-4, 5], seed: 1 },
    inputShapes: [[4, 2, 2, 3]],
    training: true,
    random: true,
    constant: true,
  },
];
