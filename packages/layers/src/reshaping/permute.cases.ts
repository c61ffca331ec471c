import type { ConformanceCase } from '@myelin/testing';
import type { PermuteConfig } from './permute.js';

export const cases: readonly ConformanceCase<PermuteConfig>[] = [
  { name: 'sequences', config: { dims: [2, 1] }, inputShapes: [[2, 3, 4]] },
  { name: 'images', config: { dims: [3, 1, 2] }, inputShapes: [[2, 2, 3, 4]] },
  { name: 'one axis', config: { dims: [1] }, inputShapes: [[2, 3]] },
];
