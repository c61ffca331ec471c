import type { ConformanceCase } from '@myelin/testing';
import type { RandomSharpnessConfig } from './random-sharpness.js';

export const cases: readonly ConformanceCase<RandomSharpnessConfig>[] = [
  { name: 'inference', config: { factor: 0.5 }, inputShapes: [[2, 3, 2, 3]] },
  {
    name: 'training',
    config: { factor: 1, valueRange: [-50, 50], seed: 1 },
    inputShapes: [[2, 2, 2, 3]],
    training: true,
    random: true,
  },
];
