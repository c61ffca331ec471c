import type { ConformanceCase } from '@myelin/testing';
import type { DepthwiseConv2dConfig } from './depthwise-conv2d.js';

export const cases: readonly ConformanceCase<DepthwiseConv2dConfig>[] = [
  { name: 'plain', config: { kernelSize: [2, 3] }, inputShapes: [[2, 3, 4, 2]] },
  {
    name: 'multiplier, unequal strides, same',
    config: { kernelSize: 3, depthMultiplier: 2, strides: [3, 2], padding: 'same', activation: 'tanh' },
    inputShapes: [[1, 5, 4, 2]],
  },
  {
    name: 'strides, dilation',
    config: { kernelSize: [1, 2], strides: 2, dilationRate: [1, 3] },
    inputShapes: [[1, 3, 7, 1]],
  },
  {
    name: 'channels first, penalties',
    config: {
      kernelSize: 2,
      dataFormat: 'channels_first',
      depthwiseRegularizer: 'l2',
      activityRegularizer: 'l1',
    },
    inputShapes: [[1, 3, 3, 2]],
  },
];
