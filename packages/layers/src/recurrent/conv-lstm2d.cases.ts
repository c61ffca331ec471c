import type { ConformanceCase } from '@myelin/testing';
import type { ConvLstm2dConfig } from './conv-lstm2d.js';

export const cases: readonly ConformanceCase<ConvLstm2dConfig>[] = [
  {
    name: 'last step, mask',
    config: { filters: 1, kernelSize: [1, 2], returnState: true },
    inputShapes: [[2, 3, 2, 3, 1]],
    masked: true,
  },
  {
    name: 'channels first, dilation, dropout in training',
    config: {
      ...{ filters: 1, kernelSize: 2, dilationRate: [1, 2], dataFormat: 'channels_first' },
      ...{ returnSequences: true, dropout: 0.5, recurrentDropout: 0.5, seed: 3 },
    },
    inputShapes: [[1, 2, 2, 2, 3]],
    training: true,
    random: true,
  },
];
