import type { ConformanceCase } from '@myelin/testing';
import type { RandomElasticTransformConfig } from './random-elastic-transform.js';

export const cases: readonly ConformanceCase<RandomElasticTransformConfig>[] = [
  { name: 'inference', config: {}, inputShapes: [[2, 3, 2, 3]] },
  {
    name: 'training',
    config: { factor: [1, 1], scale: [0.5, 1], valueRange: [-9, 9], fillMode: 'mirror', seed: 1 },
    inputShapes: [[2, 5, 4, 1]],
    training: true,
    random: true,
  },
];
