import type { ConformanceCase } from '@myelin/testing';
import { simpleRnnCell } from './simple-rnn-cell.js';
import type { StackedRnnCellsConfig } from './stacked-rnn-cells.js';

export const cases: readonly ConformanceCase<StackedRnnCellsConfig>[] = [
  {
    name: 'two cells',
    config: { cells: [simpleRnnCell({ units: 2 }), simpleRnnCell({ units: 3, activation: 'sigmoid' })] },
    inputShapes: [
      [2, 3],
      [2, 2],
      [2, 3],
    ],
  },
];
