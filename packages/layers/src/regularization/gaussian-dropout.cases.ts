import type { ConformanceCase } from '@myelin/testing';
import type { GaussianDropoutConfig } from './gaussian-dropout.js';

export const cases: readonly ConformanceCase<GaussianDropoutConfig>[] = [
  { name: 'inference', config: { rate: 0.5 }, inputShapes: [[3, 4]] },
  { name: 'training', config: { rate: 0.25, seed: 1 }, inputShapes: [[5, 7]], training: true, random: true },
  { name: 'rate 0 in training', config: { rate: 0 }, inputShapes: [[3, 4]], training: true },
  { name: 'mask', config: { rate: 0.5 }, inputShapes: [[2, 3, 2]], masked: true },
];
