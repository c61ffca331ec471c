import type { ConformanceCase } from '@myelin/testing';
import type { MaxPooling3dConfig } from './max-pooling3d.js';

export const cases: readonly ConformanceCase<MaxPooling3dConfig>[] = [
  { name: 'plain', config: {}, inputShapes: [[2, 2, 4, 3, 2]] },
  {
    name: 'window 3x2x1, strides 2x1x3, same',
    config: { poolSize: [3, 2, 1], strides: [2, 1, 3], padding: 'same' },
    inputShapes: [[1, 4, 3, 4, 1]],
  },
  { name: 'channels first', config: { dataFormat: 'channels_first' }, inputShapes: [[1, 2, 3, 2, 4]] },
];
