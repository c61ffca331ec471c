import type { ConformanceCase } from '@myelin/testing';
import type { UpSampling1dConfig } from './up-sampling1d.js';

export const cases: readonly ConformanceCase<UpSampling1dConfig>[] = [
  { name: 'plain', config: {}, inputShapes: [[2, 3, 2]] },
  { name: 'three times', config: { size: 3 }, inputShapes: [[1, 2, 3]] },
  { name: 'once', config: { size: 1 }, inputShapes: [[1, 2, 3]] },
];
