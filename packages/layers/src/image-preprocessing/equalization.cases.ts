import type { ConformanceCase } from '@myelin/testing';
import type { EqualizationConfig } from './equalization.js';

export const cases: readonly ConformanceCase<EqualizationConfig>[] = [
  { name: 'inference', config: {}, inputShapes: [[2, 3, 2, 3]] },
  {
    name: 'training',
    config: { valueRange: [-4, 5], bins: 8 },
    inputShapes: [[2, 3, 4, 2]],
    training: true,
    constant: true,
    batchDependent: true,
  },
];
