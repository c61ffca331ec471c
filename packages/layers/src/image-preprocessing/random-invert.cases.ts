import type { ConformanceCase } from '@myelin/testing';
import type { RandomInvertConfig } from './random-invert.js';

export const cases: readonly ConformanceCase<RandomInvertConfig>[] = [
  { name: 'inference', config: {}, inputShapes: [[2, 3, 2, 3]] },
  { name: 'training', config: { seed: 1 }, inputShapes: [[4, 2, 2, 3]], training: true, random: true },
];
