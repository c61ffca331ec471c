import type { ConformanceCase } from '@myelin/testing';
import type { Conv3dConfig } from './conv3d.js';

export const cases: readonly ConformanceCase<Conv3dConfig>[] = [
  { name: 'plain', config: { filters: 2, kernelSize: 2 }, inputShapes: [[2, 2, 3, 3, 2]] },
  {
    name: 'same, strides',
    config: { filters: 1, kernelSize: [1, 2, 3], strides: [1, 2, 2], padding: 'same', activation: 'tanh' },
    inputShapes: [[1, 2, 3, 4, 1]],
  },
  {
    name: 'dilation, groups',
    config: { filters: 2, kernelSize: [1, 2, 2], dilationRate: [1, 1, 2], groups: 2 },
    inputShapes: [[1, 1, 2, 4, 2]],
  },
  {
    name: 'channels first',
    config: { filters: 2, kernelSize: 2, padding: 'same', dataFormat: 'channels_first' },
    inputShapes: [[1, 2, 2, 1, 3]],
  },
];
