import type { ConformanceCase } from '@myelin/testing';
import type { ReluConfig } from './relu.js';

export const cases: readonly ConformanceCase<ReluConfig>[] = [
  { name: 'plain', config: {}, inputShapes: [[3, 4]] },
  { name: 'largest value', config: { maxValue: 1 }, inputShapes: [[5, 5]] },
  { name: 'slope', config: { negativeSlope: 0.25 }, inputShapes: [[5, 5]] },
  {
    name: 'all options',
    config: { maxValue: 2, negativeSlope: 0.5, threshold: 1 },
    inputShapes: [[2, 4, 5]],
  },
  { name: 'mask', config: {}, inputShapes: [[2, 4, 3]], masked: true },
];
