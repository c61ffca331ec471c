import type { ConformanceCase } from '@myelin/testing';
import type { SeparableConv1dConfig } from './separable-conv1d.js';

export const cases: readonly ConformanceCase<SeparableConv1dConfig>[] = [
  { name: 'plain', config: { filters: 3, kernelSize: 3 }, inputShapes: [[2, 5, 2]] },
  {
    name: 'causal, dilation, multiplier',
    config: { filters: 2, kernelSize: 2, dilationRate: 2, padding: 'causal', depthMultiplier: 2 },
    inputShapes: [[2, 5, 2]],
  },
  {
    name: 'causal, strides, channels first',
    config: { filters: 2, kernelSize: 3, strides: 2, padding: 'causal', dataFormat: 'channels_first' },
    inputShapes: [[1, 2, 5]],
  },
];
