import type { ConformanceCase } from '@myelin/testing';
import type { RandomHueConfig } from './random-hue.js';

export const cases: readonly ConformanceCase<RandomHueConfig>[] = [
  { name: 'inference', config: { factor: 0.5 }, inputShapes: [[2, 3, 2, 3]] },
  {
    name: 'training',
    config: { factor: 0.5, valueRange: [-5, 5], seed: 1 },
    inputShapes: [[2, 2, 2, 3]],
    training: true,
    random: true,
  },
];
