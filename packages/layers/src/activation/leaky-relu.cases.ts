import type { ConformanceCase } from '@myelin/testing';
import type { LeakyReluConfig } from './leaky-relu.js';

export const cases: readonly ConformanceCase<LeakyReluConfig>[] = [
  { name: 'plain', config: {}, inputShapes: [[3, 4]] },
  { name: 'slope', config: { negativeSlope: 0.75 }, inputShapes: [[2, 3, 2]] },
  { name: 'mask', config: {}, inputShapes: [[2, 4, 3]], masked: true },
];
