import type { ConformanceCase } from '@myelin/testing';
import type { ConcatenateConfig } from './concatenate.js';

export const cases: readonly ConformanceCase<ConcatenateConfig>[] = [
  {
    name: 'last axis',
    config: {},
    inputShapes: [
      [2, 3],
      [2, 4],
    ],
  },
  {
    name: 'three',
    config: {},
    inputShapes: [
      [2, 1],
      [2, 2],
      [2, 3],
    ],
  },
  {
    name: 'axis 1 of rank 3',
    config: { axis: 1 },
    inputShapes: [
      [2, 3, 2],
      [2, 1, 2],
    ],
  },
  {
    name: 'axis -2 of rank 4',
    config: { axis: -2 },
    inputShapes: [
      [2, 2, 1, 3],
      [2, 2, 2, 3],
    ],
  },
  {
    name: 'masks',
    config: {},
    inputShapes: [
      [2, 3, 2],
      [2, 3, 1],
    ],
    masked: true,
  },
];
