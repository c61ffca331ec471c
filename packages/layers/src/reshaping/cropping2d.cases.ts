import type { ConformanceCase } from '@myelin/testing';
import type { Cropping2dConfig } from './cropping2d.js';

export const cases: readonly ConformanceCase<Cropping2dConfig>[] = [
  { name: 'nothing', config: {}, inputShapes: [[2, 2, 3, 2]] },
  { name: 'rows and columns', config: { cropping: [1, 2] }, inputShapes: [[2, 4, 5, 2]] },
  {
    name: 'four sides, channels first',
    config: {
      cropping: [
        [0, 1],
        [2, 1],
      ],
      dataFormat: 'channels_first',
    },
    inputShapes: [[1, 2, 2, 4]],
  },
];
