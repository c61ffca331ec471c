import type { ConformanceCase } from '@myelin/testing';
import { dense } from '../core/dense.js';
import { batchNormalization } from '../normalization/batch-normalization.js';
import type { TimeDistributedConfig } from './time-distributed.js';

export const cases: readonly ConformanceCase<TimeDistributedConfig>[] = [
  {
    name: 'dense, mask',
    config: { layer: dense({ units: 2, activation: 'tanh' }) },
    inputShapes: [[2, 3, 4]],
    masked: true,
  },
  {
    name: 'moving statistics in training',
    config: { layer: batchNormalization() },
    inputShapes: [[4, 2, 3]],
    training: true,
    batchDependent: true,
  },
];
