import type { ConformanceCase } from '@myelin/testing';
import type { GlobalMaxPooling1dConfig } from './global-max-pooling1d.js';

export const cases: readonly ConformanceCase<GlobalMaxPooling1dConfig>[] = [
  { name: 'plain', config: {}, inputShapes: [[2, 5, 3]] },
  {
    name: 'channels first, axes kept',
    config: { dataFormat: 'channels_first', keepdims: true },
    inputShapes: [[2, 3, 5]],
  },
];
