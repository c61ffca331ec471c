import type { ConformanceCase } from '@myelin/testing';
import type { AdaptiveAveragePooling3dConfig } from './adaptive-average-pooling3d.js';

export const cases: readonly ConformanceCase<AdaptiveAveragePooling3dConfig>[] = [
  { name: 'windows of two sizes', config: { outputSize: [1, 3, 2] }, inputShapes: [[1, 2, 4, 3, 2]] },
  {
    name: 'channels first',
    config: { outputSize: 2, dataFormat: 'channels_first' },
    inputShapes: [[1, 2, 2, 3, 4]],
  },
];
