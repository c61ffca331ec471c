import type { ConformanceCase } from '@myelin/testing';
import type { LstmCellConfig } from './lstm-cell.js';

export const cases: readonly ConformanceCase<LstmCellConfig>[] = [
  {
    name: 'plain',
    config: { units: 2 },
    inputShapes: [
      [2, 3],
      [2, 2],
      [2, 2],
    ],
  },
  {
    name: 'dropout in training',
    config: { units: 2, dropout: 0.25, recurrentDropout: 0.5, seed: 1 },
    inputShapes: [
      [2, 3],
      [2, 2],
      [2, 2],
    ],
    training: true,
    random: true,
  },
];
