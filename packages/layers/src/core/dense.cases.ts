import type { ConformanceCase } from '@myelin/testing';
import type { DenseConfig } from './dense.js';

export const cases: readonly ConformanceCase<DenseConfig>[] = [
  { name: 'plain', config: { units: 3 }, inputShapes: [[4, 5]] },
  { name: 'activation', config: { units: 3, activation: 'softmax' }, inputShapes: [[4, 5]] },
  { name: 'no bias', config: { units: 3, useBias: false, activation: 'tanh' }, inputShapes: [[4, 5]] },
  { name: 'rank 3', config: { units: 2, activation: 'sigmoid' }, inputShapes: [[2, 3, 4]] },
  { name: 'mask', config: { units: 2 }, inputShapes: [[2, 3, 4]], masked: true },
  { name: 'one unit, one row', config: { units: 1 }, inputShapes: [[1, 1]] },
  { name: 'wide', config: { units: 33, activation: 'gelu' }, inputShapes: [[5, 65]] },
  { name: 'adapted', config: { units: 3, loraRank: 2, loraAlpha: 3 }, inputShapes: [[4, 5]] },
  {
    name: 'penalties',
    config: { units: 3, kernelRegularizer: 'l2', biasRegularizer: 'l1', activityRegularizer: 'l2' },
    inputShapes: [[4, 5]],
  },
];
