import type { ConformanceCase } from '@myelin/testing';
import type { GlobalAveragePooling2dConfig } from './global-average-pooling2d.js';

export const cases: readonly ConformanceCase<GlobalAveragePooling2dConfig>[] = [
  { name: 'plain', config: {}, inputShapes: [[2, 4, 5, 3]] },
  { name: 'axes kept', config: { keepdims: true }, inputShapes: [[2, 4, 5, 3]] },
  { name: 'channels first', config: { dataFormat: 'channels_first' }, inputShapes: [[2, 3, 4, 5]] },
  {
    name: 'channels first, axes kept',
    config: { dataFormat: 'channels_first', keepdims: true },
    inputShapes: [[1, 2, 3, 3]],
  },
];
