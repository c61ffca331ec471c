import type { ConformanceCase } from '@myelin/testing';
import type { GaussianNoiseConfig } from './gaussian-noise.js';

export const cases: readonly ConformanceCase<GaussianNoiseConfig>[] = [
  { name: 'inference', config: { stddev: 0.5 }, inputShapes: [[3, 4]] },
  { name: 'training', config: { stddev: 0.5, seed: 1 }, inputShapes: [[5, 7]], training: true, random: true },
  { name: 'no noise in training', config: { stddev: 0 }, inputShapes: [[3, 4]], training: true },
  { name: 'mask', config: { stddev: 1 }, inputShapes: [[2, 3, 2]], masked: true },
];
