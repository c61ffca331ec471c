import type { ConformanceCase } from '@myelin/testing';
import type { ActivationConfig } from './activation.js';

export const cases: readonly ConformanceCase<ActivationConfig>[] = [
  { name: 'smooth', config: { activation: 'gelu' }, inputShapes: [[3, 4]] },
  { name: 'kinked', config: { activation: 'relu' }, inputShapes: [[3, 4]] },
  { name: 'softmax of rank 3', config: { activation: 'softmax' }, inputShapes: [[2, 3, 4]] },
  { name: 'none', config: { activation: null }, inputShapes: [[5]] },
];
