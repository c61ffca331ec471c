import type { ConformanceCase } from '@myelin/testing';
import { lstmCell } from './lstm-cell.js';
import type { RnnConfig } from './rnn.js';
import { simpleRnnCell } from './simple-rnn-cell.js';

export const cases: readonly ConformanceCase<RnnConfig>[] = [
  {
    name: 'two cells by steps',
    config: {
      cell: [lstmCell({ units: 1, activation: 'softsign' }), simpleRnnCell({ units: 2 })],
      returnSequences: true,
      returnState: true,
    },
    inputShapes: [
      [2, 3, 2],
      [2, 1],
      [2, 1],
      [2, 2],
    ],
    states: 3,
    masked: true,
  },
];
