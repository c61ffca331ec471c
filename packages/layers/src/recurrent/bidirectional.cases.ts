import type { ConformanceCase } from '@myelin/testing';
import type { BidirectionalConfig } from './bidirectional.js';
import { gru } from './gru.js';
import { lstm } from './lstm.js';

export const cases: readonly ConformanceCase<BidirectionalConfig>[] = [
  {
    name: 'all steps, mask',
    config: { layer: lstm({ units: 2, returnSequences: true }) },
    inputShapes: [[2, 4, 3]],
    masked: true,
  },
  { name: 'two outputs', config: { layer: gru({ units: 2 }), mergeMode: null }, inputShapes: [[2, 4, 3]] },
  {
    name: 'dropout in training',
    config: { layer: gru({ units: 2, dropout: 0.5, seed: 1 }), mergeMode: 'sum' },
    inputShapes: [[2, 4, 3]],
    training: true,
    random: true,
  },
];
