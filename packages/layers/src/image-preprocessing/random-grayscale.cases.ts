import type { ConformanceCase } from '@myelin/testing';
import type { RandomGrayscaleConfig } from './random-grayscale.js';

export const cases: readonly ConformanceCase<RandomGrayscaleConfig>[] = [
  { name: 'inference', config: {}, inputShapes: [[2, 3, 2, 3]] },
  { name: 'training', config: { seed: 1 }, inputShapes: [[4, 2, 2, 3]], training: true, random: true },
];
