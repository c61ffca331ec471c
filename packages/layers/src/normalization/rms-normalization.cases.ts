import type { ConformanceCase } from '@myelin/testing';
import type { RmsNormalizationConfig } from './rms-normalization.js';

export const cases: readonly ConformanceCase<RmsNormalizationConfig>[] = [
  { name: 'plain', config: {}, inputShapes: [[3, 5]] },
  { name: 'sequences', config: { epsilon: 0.1 }, inputShapes: [[2, 3, 4]] },
  { name: 'axis 1', config: { axis: 1 }, inputShapes: [[2, 3, 4]] },
  { name: 'two axes', config: { axis: [2, 1] }, inputShapes: [[2, 3, 2, 2]] },
];
