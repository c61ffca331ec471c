import type { ConformanceCase } from '@myelin/testing';
import type { Cropping1dConfig } from './cropping1d.js';

export const cases: readonly ConformanceCase<Cropping1dConfig>[] = [
  { name: 'plain', config: {}, inputShapes: [[2, 5, 2]] },
  { name: 'before only', config: { cropping: [2, 0] }, inputShapes: [[2, 5, 2]] },
];
