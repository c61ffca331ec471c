import type { ConformanceCase } from '@myelin/testing';
import type { Conv1dTransposeConfig } from './conv1d-transpose.js';

export const cases: readonly ConformanceCase<Conv1dTransposeConfig>[] = [
  { name: 'plain', config: { filters: 3, kernelSize: 3 }, inputShapes: [[2, 4, 2]] },
  {
    name: 'strides, same',
    config: { filters: 2, kernelSize: 3, strides: 2, padding: 'same', activation: 'tanh' },
    inputShapes: [[2, 3, 2]],
  },
  {
    name: 'output padding, strides larger than the window',
    config: { filters: 2, kernelSize: 2, strides: 3, outputPadding: 2 },
    inputShapes: [[1, 3, 1]],
  },
  {
    name: 'dilation, channels first',
    config: { filters: 2, kernelSize: 2, dilationRate: 3, dataFormat: 'channels_first' },
    inputShapes: [[1, 2, 4]],
  },
];
