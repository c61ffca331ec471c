import type { ConformanceCase } from '@myelin/testing';
import type { ZeroPadding2dConfig } from './zero-padding2d.js';

export const cases: readonly ConformanceCase<ZeroPadding2dConfig>[] = [
  { name: 'plain', config: {}, inputShapes: [[2, 3, 2, 2]] },
  {
    name: 'four sides, channels first',
    config: {
      padding: [
        [0, 1],
        [2, 3],
      ],
      dataFormat: 'channels_first',
    },
    inputShapes: [[1, 2, 2, 3]],
  },
];
