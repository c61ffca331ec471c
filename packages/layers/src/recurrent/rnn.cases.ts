import type { ConformanceCase } from '@myelin/testing';
import { gruCell } from './gru-cell.js';
import { lstmCell } from './lstm-cell.js';
import type { RnnConfig } from './rnn.js';

export const cases: readonly ConformanceCase<RnnConfig>[] = [
  {
    name: 'two cells by steps',
    config: {
      cell: [lstmCell({ units: 2, activation: 'softsign' }), gruCell({ units: 3 })],
      returnSequences: true,
      returnState: true,
    },
    inputShapes: [
      [2, 4, 3],
      [2, 2],
      [2, 2],
      [2, 3],
    ],
    states: 3,
    masked: true,
  },
];
