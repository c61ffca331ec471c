import type { ConformanceCase } from '@myelin/testing';
import type { LayerNormalizationConfig } from './layer-normalization.js';

export const cases: readonly ConformanceCase<LayerNormalizationConfig>[] = [
  { name: 'plain', config: {}, inputShapes: [[3, 5]] },
  { name: 'sequences', config: { epsilon: 0.1 }, inputShapes: [[2, 3, 4]], masked: true },
  { name: 'axis 1', config: { axis: 1 }, inputShapes: [[2, 3, 4]] },
  { name: 'two axes', config: { axis: [2, 1] }, inputShapes: [[2, 3, 2, 2]] },
  { name: 'neither scale nor center', config: { scale: false, center: false }, inputShapes: [[3, 4]] },
  {
    name: 'penalties',
    config: { gammaRegularizer: 'l2', betaRegularizer: 'l1' },
    inputShapes: [[2, 4]],
    training: true,
  },
];
