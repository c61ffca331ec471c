import type { ConformanceCase } from '@myelin/testing';
import type { DepthwiseConv1dConfig } from './depthwise-conv1d.js';

export const cases: readonly ConformanceCase<DepthwiseConv1dConfig>[] = [
  { name: 'plain', config: { kernelSize: 3 }, inputShapes: [[2, 5, 2]] },
  {
    name: 'multiplier, strides, dilation, same',
    config: {
      kernelSize: 2,
      depthMultiplier: 2,
      strides: 2,
      dilationRate: 2,
      padding: 'same',
      activation: 'tanh',
    },
    inputShapes: [[2, 6, 2]],
  },
  {
    name: 'channels first, penalties',
    config: {
      kernelSize: 2,
      dataFormat: 'channels_first',
      depthwiseRegularizer: 'l2',
      activityRegularizer: 'l1',
    },
    inputShapes: [[1, 3, 4]],
  },
];
