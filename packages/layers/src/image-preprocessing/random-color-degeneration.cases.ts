import type { ConformanceCase } from '@myelin/testing';
import type { RandomColorDegenerationConfig } from './random-color-degeneration.js';

export const cases: readonly ConformanceCase<RandomColorDegenerationConfig>[] = [
  { name: 'inference', config: { factor: 0.5 }, inputShapes: [[2, 3, 2, 3]] },
  {
    name: 'training',
    config: { factor: 0.5, valueRange: [-9, 9], seed: 1 },
    inputShapes: [[2, 2, 2, 3]],
    training: true,
    random: true,
  },
];
