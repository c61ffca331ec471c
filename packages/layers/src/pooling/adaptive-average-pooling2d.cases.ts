import type { ConformanceCase } from '@myelin/testing';
import type { AdaptiveAveragePooling2dConfig } from './adaptive-average-pooling2d.js';

export const cases: readonly ConformanceCase<AdaptiveAveragePooling2dConfig>[] = [
  { name: 'windows of two sizes', config: { outputSize: [3, 2] }, inputShapes: [[2, 4, 3, 2]] },
  {
    name: 'channels first',
    config: { outputSize: 2, dataFormat: 'channels_first' },
    inputShapes: [[1, 2, 3, 4]],
  },
];
