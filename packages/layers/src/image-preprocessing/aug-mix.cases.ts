import type { ConformanceCase } from '@myelin/testing';
import type { AugMixConfig } from './aug-mix.js';

export const cases: readonly ConformanceCase<AugMixConfig>[] = [
  { name: 'inference', config: {}, inputShapes: [[2, 3, 2, 3]] },
  {
    name: 'training',
    config: { valueRange: [-5, 5], numChains: 2, chainDepth: 1, seed: 1 },
    inputShapes: [[2, 4, 5, 3]],
    training: true,
    random: true,
    batchDependent: true,
    constant: true,
  },
];
