import type { ConformanceCase } from '@myelin/testing';
import type { MaskingConfig } from './masking.js';

export const cases: readonly ConformanceCase<MaskingConfig>[] = [
  { name: 'nothing masked', config: {}, inputShapes: [[2, 3, 4]] },
  { name: 'rank 2', config: {}, inputShapes: [[3, 4]] },
  { name: 'a mask before', config: {}, inputShapes: [[2, 4, 3]], masked: true },
];
