import type { ConformanceCase } from '@myelin/testing';
import type { AveragePooling2dConfig } from './average-pooling2d.js';

export const cases: readonly ConformanceCase<AveragePooling2dConfig>[] = [
  { name: 'plain', config: { poolSize: 2 }, inputShapes: [[2, 4, 6, 2]] },
  { name: 'rest left over', config: { poolSize: 2 }, inputShapes: [[2, 5, 7, 1]] },
  {
    name: 'overlapping, same',
    config: { poolSize: 3, strides: 1, padding: 'same' },
    inputShapes: [[1, 4, 5, 2]],
  },
  {
    name: 'window 3x2, strides 2x1, same',
    config: { poolSize: [3, 2], strides: [2, 1], padding: 'same' },
    inputShapes: [[1, 6, 5, 2]],
  },
  { name: 'gaps between windows', config: { poolSize: 2, strides: 3 }, inputShapes: [[1, 8, 8, 1]] },
  {
    name: 'window larger than the image, same',
    config: { poolSize: 4, padding: 'same' },
    inputShapes: [[1, 3, 2, 2]],
  },
  {
    name: 'channels first',
    config: { poolSize: 2, dataFormat: 'channels_first' },
    inputShapes: [[2, 2, 4, 6]],
  },
];
