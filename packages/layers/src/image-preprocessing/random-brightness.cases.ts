import type { ConformanceCase } from '@myelin/testing';
import type { RandomBrightnessConfig } from './random-brightness.js';

export const cases: readonly ConformanceCase<RandomBrightnessConfig>[] = [
  { name: 'inference', config: { factor: 0.5 }, inputShapes: [[2, 3, 2, 1]] },
  {
    name: 'training',
    config: { factor: 0.5, valueRange: [-9, 9], seed: 1 },
    inputShapes: [[2, 3, 4, 2]],
    training: true,
    random: true,
  },
];
