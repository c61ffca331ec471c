import type { ConformanceCase } from '@myelin/testing';
import type { GlobalAveragePooling3dConfig } from './global-average-pooling3d.js';

export const cases: readonly ConformanceCase<GlobalAveragePooling3dConfig>[] = [
  { name: 'plain', config: {}, inputShapes: [[2, 2, 3, 4, 2]] },
  {
    name: 'channels first, axes kept',
    config: { dataFormat: 'channels_first', keepdims: true },
    inputShapes: [[1, 2, 3, 2, 3]],
  },
];
