import type { ConformanceCase } from '@myelin/testing';
import type { ConvLstm3dConfig } from './conv-lstm3d.js';

export const cases: readonly ConformanceCase<ConvLstm3dConfig>[] = [
  {
    name: 'all steps, mask',
    config: { filters: 1, kernelSize: [1, 1, 2], padding: 'same', returnSequences: true },
    inputShapes: [[2, 2, 1, 2, 2, 1]],
    masked: true,
  },
];
