import type { ConformanceCase } from '@myelin/testing';
import type { Conv3dTransposeConfig } from './conv3d-transpose.js';

export const cases: readonly ConformanceCase<Conv3dTransposeConfig>[] = [
  { name: 'plain', config: { filters: 1, kernelSize: 2 }, inputShapes: [[2, 1, 2, 2, 2]] },
  {
    name: 'strides, same',
    config: { filters: 2, kernelSize: [1, 2, 3], strides: [1, 1, 2], padding: 'same', activation: 'tanh' },
    inputShapes: [[1, 1, 2, 3, 1]],
  },
  {
    name: 'output padding, strides larger than the window',
    config: { filters: 1, kernelSize: [1, 1, 2], strides: [1, 2, 3], outputPadding: [0, 1, 2] },
    inputShapes: [[1, 1, 2, 2, 1]],
  },
  {
    name: 'dilation, channels first',
    config: { filters: 1, kernelSize: [1, 2, 2], dilationRate: [1, 1, 2], dataFormat: 'channels_first' },
    inputShapes: [[1, 2, 1, 2, 3]],
  },
];
