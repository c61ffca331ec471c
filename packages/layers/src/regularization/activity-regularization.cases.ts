import type { ConformanceCase } from '@myelin/testing';
import type { ActivityRegularizationConfig } from './activity-regularization.js';

export const cases: readonly ConformanceCase<ActivityRegularizationConfig>[] = [
  { name: 'both', config: { l1: 0.1, l2: 0.01 }, inputShapes: [[3, 4]], training: true },
  { name: 'neither, mask', config: {}, inputShapes: [[2, 3, 2]], masked: true },
];
