import type { ConformanceCase } from '@myelin/testing';
import type { FlattenConfig } from './flatten.js';

export const cases: readonly ConformanceCase<FlattenConfig>[] = [
  { name: 'images', config: {}, inputShapes: [[2, 3, 2, 4]] },
  { name: 'rank 2', config: {}, inputShapes: [[3, 4]] },
  { name: 'rank 1', config: {}, inputShapes: [[5]] },
  { name: 'channels first', config: { dataFormat: 'channels_first' }, inputShapes: [[2, 3, 2, 4]] },
];
