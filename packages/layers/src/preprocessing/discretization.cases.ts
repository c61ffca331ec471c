import type { ConformanceCase } from '@myelin/testing';
import type { DiscretizationConfig } from './discretization.js';

export const cases: readonly ConformanceCase<DiscretizationConfig>[] = [
  { name: 'bins', config: { binBoundaries: [-1, 0, 2] }, inputShapes: [[3, 4]], constant: true },
  { name: 'rank 3', config: { binBoundaries: [0] }, inputShapes: [[2, 3, 2]], constant: true },
  {
    name: 'one hot',
    config: { binBoundaries: [-1, 0, 2], outputMode: 'one_hot' },
    inputShapes: [[3, 4]],
    constant: true,
  },
  {
    name: 'count',
    config: { binBoundaries: [-1, 0, 2], outputMode: 'count' },
    inputShapes: [[3, 4]],
    constant: true,
  },
];
