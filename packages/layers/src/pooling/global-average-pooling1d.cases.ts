import type { ConformanceCase } from '@myelin/testing';
import type { GlobalAveragePooling1dConfig } from './global-average-pooling1d.js';

export const cases: readonly ConformanceCase<GlobalAveragePooling1dConfig>[] = [
  { name: 'plain', config: {}, inputShapes: [[2, 5, 3]] },
  { name: 'axes kept', config: { keepdims: true }, inputShapes: [[2, 5, 3]] },
  { name: 'channels first', config: { dataFormat: 'channels_first' }, inputShapes: [[2, 3, 5]] },
  { name: 'mask', config: {}, inputShapes: [[3, 5, 2]], masked: true },
  { name: 'mask, axes kept', config: { keepdims: true }, inputShapes: [[3, 5, 2]], masked: true },
  { name: 'many steps', config: {}, inputShapes: [[2, 67, 9]], masked: true },
];
