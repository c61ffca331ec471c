import type { ConformanceCase } from '@myelin/testing';
import type { DropoutConfig } from './dropout.js';

export const cases: readonly ConformanceCase<DropoutConfig>[] = [
  { name: 'inference', config: { rate: 0.5 }, inputShapes: [[3, 4]] },
  { name: 'training', config: { rate: 0.5, seed: 1 }, inputShapes: [[8, 16]], training: true, random: true },
  {
    name: 'same for all places',
    config: { rate: 0.25, noiseShape: [null, 1, 4], seed: 2 },
    inputShapes: [[2, 3, 4]],
    training: true,
    random: true,
  },
  { name: 'rate 0 in training', config: { rate: 0 }, inputShapes: [[3, 4]], training: true },
  { name: 'rate 1 in training', config: { rate: 1 }, inputShapes: [[3, 4]], training: true },
];
