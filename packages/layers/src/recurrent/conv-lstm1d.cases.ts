import type { ConformanceCase } from '@myelin/testing';
import type { ConvLstm1dConfig } from './conv-lstm1d.js';

export const cases: readonly ConformanceCase<ConvLstm1dConfig>[] = [
  {
    name: 'all steps and states, first states, mask',
    config: { filters: 2, kernelSize: 2, returnSequences: true, returnState: true },
    inputShapes: [
      [2, 3, 4, 1],
      [2, 3, 2],
      [2, 3, 2],
    ],
    states: 2,
    masked: true,
  },
  {
    name: 'channels first, strides, backwards',
    config: {
      ...{ filters: 1, kernelSize: 3, strides: 2, padding: 'same', dataFormat: 'channels_first' },
      ...{ goBackwards: true, returnSequences: true, useBias: false },
    },
    inputShapes: [[1, 2, 2, 4]],
    masked: true,
  },
  {
    name: 'dropout in training',
    config: { filters: 2, kernelSize: 2, padding: 'same', dropout: 0.25, recurrentDropout: 0.5, seed: 1 },
    inputShapes: [[2, 2, 3, 2]],
    training: true,
    random: true,
  },
];
