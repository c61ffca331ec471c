import type { ConformanceCase } from '@myelin/testing';
import type { UnitNormalizationConfig } from './unit-normalization.js';

export const cases: readonly ConformanceCase<UnitNormalizationConfig>[] = [
  { name: 'plain', config: {}, inputShapes: [[3, 5]] },
  { name: 'axis 1', config: { axis: 1 }, inputShapes: [[2, 3, 4]] },
  { name: 'two axes', config: { axis: [1, 2] }, inputShapes: [[2, 3, 2]] },
  { name: 'mask', config: {}, inputShapes: [[2, 4, 3]], masked: true },
];
