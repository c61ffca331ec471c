import type { ConformanceCase } from '@myelin/testing';
import type { MaxPooling1dConfig } from './max-pooling1d.js';

export const cases: readonly ConformanceCase<MaxPooling1dConfig>[] = [
  { name: 'plain', config: {}, inputShapes: [[2, 6, 3]] },
  {
    name: 'overlapping, same',
    config: { poolSize: 3, strides: 2, padding: 'same' },
    inputShapes: [[2, 7, 2]],
  },
  { name: 'gaps between windows', config: { poolSize: 2, strides: 3 }, inputShapes: [[1, 9, 1]] },
  {
    name: 'window longer than the sequence, same',
    config: { poolSize: 4, padding: 'same' },
    inputShapes: [[1, 2, 2]],
  },
  { name: 'channels first', config: { dataFormat: 'channels_first' }, inputShapes: [[2, 2, 6]] },
];
