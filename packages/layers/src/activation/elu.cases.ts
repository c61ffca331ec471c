import type { ConformanceCase } from '@myelin/testing';
import type { EluConfig } from './elu.js';

export const cases: readonly ConformanceCase<EluConfig>[] = [
  { name: 'plain', config: {}, inputShapes: [[3, 4]] },
  { name: 'alpha', config: { alpha: 0.5 }, inputShapes: [[2, 3, 2]] },
  { name: 'mask', config: {}, inputShapes: [[2, 4, 3]], masked: true },
];
