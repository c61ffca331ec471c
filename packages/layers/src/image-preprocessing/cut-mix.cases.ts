import type { ConformanceCase } from '@myelin/testing';
import type { CutMixConfig } from './cut-mix.js';

export const cases: readonly ConformanceCase<CutMixConfig>[] = [
  { name: 'inference', config: {}, inputShapes: [[2, 3, 2, 3]] },
  {
    name: 'training',
    config: { seed: 1 },
    inputShapes: [[4, 4, 5, 2]],
    training: true,
    random: true,
    batchDependent: true,
  },
];
