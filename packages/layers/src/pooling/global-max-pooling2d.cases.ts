import type { ConformanceCase } from '@myelin/testing';
import type { GlobalMaxPooling2dConfig } from './global-max-pooling2d.js';

export const cases: readonly ConformanceCase<GlobalMaxPooling2dConfig>[] = [
  { name: 'plain', config: {}, inputShapes: [[2, 3, 4, 2]] },
  { name: 'axes kept', config: { keepdims: true }, inputShapes: [[2, 3, 2, 3]] },
  { name: 'channels first', config: { dataFormat: 'channels_first' }, inputShapes: [[2, 2, 3, 4]] },
];
