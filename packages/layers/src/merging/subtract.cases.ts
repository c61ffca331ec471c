import type { ConformanceCase } from '@myelin/testing';
import type { LayerConfig } from '@myelin/core';

export const cases: readonly ConformanceCase<LayerConfig>[] = [
  {
    name: 'plain',
    config: {},
    inputShapes: [
      [2, 3],
      [2, 3],
    ],
  },
  {
    name: 'sizes of 1',
    config: {},
    inputShapes: [
      [2, 3, 1],
      [2, 1, 4],
    ],
  },
  {
    name: 'ranks 3 and 2',
    config: {},
    inputShapes: [
      [2, 3, 3],
      [2, 3],
    ],
  },
  {
    name: 'masks',
    config: {},
    inputShapes: [
      [2, 3, 2],
      [2, 3, 2],
    ],
    masked: true,
  },
];
