import type { ConformanceCase } from '@myelin/testing';
import type { RandomErasingConfig } from './random-erasing.js';

export const cases: readonly ConformanceCase<RandomErasingConfig>[] = [
  { name: 'inference', config: {}, inputShapes: [[2, 3, 2, 3]] },
  {
    name: 'training',
    config: { factor: [0.5, 1], scale: 0.5, valueRange: [-9, 9], seed: 1 },
    inputShapes: [[2, 3, 4, 3]],
    training: true,
    random: true,
  },
];
