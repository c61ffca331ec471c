import type { ConformanceCase } from '@myelin/testing';
import type { UpSampling3dConfig } from './up-sampling3d.js';

export const cases: readonly ConformanceCase<UpSampling3dConfig>[] = [
  { name: 'plain', config: {}, inputShapes: [[1, 2, 1, 2, 2]] },
  {
    name: '1x2x3, channels first',
    config: { size: [1, 2, 3], dataFormat: 'channels_first' },
    inputShapes: [[1, 2, 2, 2, 1]],
  },
];
