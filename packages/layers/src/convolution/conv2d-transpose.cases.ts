import type { ConformanceCase } from '@myelin/testing';
import type { Conv2dTransposeConfig } from './conv2d-transpose.js';

export const cases: readonly ConformanceCase<Conv2dTransposeConfig>[] = [
  { name: 'plain', config: { filters: 3, kernelSize: 3 }, inputShapes: [[2, 3, 4, 2]] },
  {
    name: 'strides, same',
    config: { filters: 2, kernelSize: 3, strides: 2, padding: 'same', activation: 'tanh' },
    inputShapes: [[2, 3, 2, 2]],
  },
  {
    name: 'strides larger than the window',
    config: { filters: 2, kernelSize: [1, 2], strides: [3, 2] },
    inputShapes: [[1, 2, 3, 2]],
  },
  {
    name: 'output padding',
    config: { filters: 2, kernelSize: 3, strides: 3, outputPadding: [0, 2] },
    inputShapes: [[1, 2, 3, 1]],
  },
  {
    name: 'output padding, same',
    config: { filters: 2, kernelSize: [2, 3], strides: 2, padding: 'same', outputPadding: [1, 0] },
    inputShapes: [[1, 3, 2, 1]],
  },
  {
    name: 'dilation',
    config: { filters: 2, kernelSize: [2, 3], dilationRate: [2, 3], padding: 'same' },
    inputShapes: [[1, 4, 5, 1]],
  },
  {
    name: 'channels first',
    config: { filters: 2, kernelSize: 2, strides: 2, dataFormat: 'channels_first' },
    inputShapes: [[1, 3, 2, 3]],
  },
  {
    name: 'no bias, penalties',
    config: { filters: 2, kernelSize: 2, useBias: false, kernelRegularizer: 'l2', activityRegularizer: 'l1' },
    inputShapes: [[2, 2, 2, 1]],
  },
];
