import type { ConformanceCase } from '@myelin/testing';
import type { NormalizationConfig } from './normalization.js';

export const cases: readonly ConformanceCase<NormalizationConfig>[] = [
  { name: 'features', config: {}, inputShapes: [[3, 4]] },
  { name: 'one of all', config: { axis: null }, inputShapes: [[2, 3]] },
  { name: 'two axes', config: { axis: [1, -1] }, inputShapes: [[2, 3, 2, 2]] },
  { name: 'inverted', config: { invert: true }, inputShapes: [[2, 3]] },
  { name: 'given', config: { mean: [1, 2, 3], variance: [4, 0.5, 1] }, inputShapes: [[2, 3]] },
];
