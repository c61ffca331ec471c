import type { ConformanceCase } from '@myelin/testing';
import type { Conv2dConfig } from './conv2d.js';

export const cases: readonly ConformanceCase<Conv2dConfig>[] = [
  { name: 'plain', config: { filters: 3, kernelSize: 3 }, inputShapes: [[2, 5, 6, 2]] },
  {
    name: 'same, strides, odd size',
    config: { filters: 2, kernelSize: 3, strides: 2, padding: 'same' },
    inputShapes: [[2, 7, 5, 2]],
  },
  {
    name: 'window 2x3, strides 3x2, same',
    config: { filters: 2, kernelSize: [2, 3], strides: [3, 2], padding: 'same' },
    inputShapes: [[1, 7, 8, 1]],
  },
  {
    name: 'window 1',
    config: { filters: 4, kernelSize: 1, activation: 'relu' },
    inputShapes: [[2, 3, 3, 3]],
  },
  { name: 'rest left over', config: { filters: 2, kernelSize: 2, strides: 2 }, inputShapes: [[1, 5, 7, 2]] },
  {
    name: 'dilation',
    config: { filters: 2, kernelSize: [2, 3], dilationRate: [2, 3], padding: 'same' },
    inputShapes: [[1, 6, 7, 1]],
  },
  { name: 'groups', config: { filters: 4, kernelSize: 2, groups: 2 }, inputShapes: [[1, 4, 4, 4]] },
  {
    name: 'channels first',
    config: { filters: 2, kernelSize: 3, strides: 2, padding: 'same', dataFormat: 'channels_first' },
    inputShapes: [[1, 3, 6, 5]],
  },
  {
    name: 'no bias, penalties',
    config: { filters: 2, kernelSize: 2, useBias: false, kernelRegularizer: 'l2', activityRegularizer: 'l1' },
    inputShapes: [[2, 4, 4, 1]],
  },
];
