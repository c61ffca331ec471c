import type { ConformanceCase } from '@myelin/testing';
import type { GroupNormalizationConfig } from './group-normalization.js';

export const cases: readonly ConformanceCase<GroupNormalizationConfig>[] = [
  { name: 'features', config: { groups: 2 }, inputShapes: [[3, 4]] },
  { name: 'images', config: { groups: 3, epsilon: 0.1 }, inputShapes: [[2, 2, 3, 6]] },
  { name: 'channels first', config: { groups: 2, axis: 1 }, inputShapes: [[2, 4, 2, 2]] },
  { name: 'each channel', config: { groups: -1, scale: false }, inputShapes: [[2, 3, 2]], masked: true },
  {
    name: 'one group, penalties',
    config: { groups: 1, gammaRegularizer: 'l2', betaRegularizer: 'l1' },
    inputShapes: [[2, 2, 3]],
    training: true,
  },
];
