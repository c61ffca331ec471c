import type { ConformanceCase } from '@myelin/testing';
import type { SeparableConv2dConfig } from './separable-conv2d.js';

export const cases: readonly ConformanceCase<SeparableConv2dConfig>[] = [
  { name: 'plain', config: { filters: 3, kernelSize: [2, 3] }, inputShapes: [[2, 3, 4, 2]] },
  {
    name: 'multiplier, strides, same',
    config: {
      filters: 2,
      kernelSize: 3,
      strides: 2,
      padding: 'same',
      depthMultiplier: 2,
      activation: 'tanh',
    },
    inputShapes: [[1, 4, 5, 1]],
  },
  {
    name: 'channels first, no bias',
    config: { filters: 2, kernelSize: 2, dataFormat: 'channels_first', useBias: false },
    inputShapes: [[1, 2, 3, 3]],
  },
];
