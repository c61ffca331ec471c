import type { ConformanceCase } from '@myelin/testing';
import type { Conv1dConfig } from './conv1d.js';

export const cases: readonly ConformanceCase<Conv1dConfig>[] = [
  { name: 'plain', config: { filters: 3, kernelSize: 3 }, inputShapes: [[2, 6, 2]] },
  {
    name: 'same, strides, rest left over',
    config: { filters: 2, kernelSize: 3, strides: 2, padding: 'same' },
    inputShapes: [[2, 7, 2]],
  },
  {
    name: 'causal, dilation',
    config: { filters: 2, kernelSize: 3, dilationRate: 2, padding: 'causal' },
    inputShapes: [[2, 6, 2]],
  },
  {
    name: 'causal, strides',
    config: { filters: 2, kernelSize: 2, strides: 3, padding: 'causal' },
    inputShapes: [[1, 7, 1]],
  },
  {
    name: 'groups',
    config: { filters: 4, kernelSize: 2, groups: 2, activation: 'tanh' },
    inputShapes: [[2, 5, 4]],
  },
  {
    name: 'channels first, causal',
    config: { filters: 2, kernelSize: 2, padding: 'causal', dataFormat: 'channels_first' },
    inputShapes: [[2, 3, 5]],
  },
  {
    name: 'no bias, penalties',
    config: { filters: 2, kernelSize: 2, useBias: false, kernelRegularizer: 'l2', activityRegularizer: 'l1' },
    inputShapes: [[2, 4, 1]],
  },
];
