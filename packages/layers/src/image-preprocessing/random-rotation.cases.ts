import type { ConformanceCase } from '@myelin/testing';
import type { RandomRotationConfig } from './random-rotation.js';

export const cases: readonly ConformanceCase<RandomRotationConfig>[] = [
  { name: 'inference', config: { factor: 0.5 }, inputShapes: [[2, 3, 2, 1]] },
  {
    name: 'training',
    config: { factor: 0.3, seed: 1 },
    inputShapes: [[2, 4, 5, 2]],
    training: true,
    random: true,
  },
];
