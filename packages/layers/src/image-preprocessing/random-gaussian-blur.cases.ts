import type { ConformanceCase } from '@myelin/testing';
import type { RandomGaussianBlurConfig } from './random-gaussian-blur.js';

export const cases: readonly ConformanceCase<RandomGaussianBlurConfig>[] = [
  { name: 'inference', config: {}, inputShapes: [[2, 3, 2, 3]] },
  {
    name: 'training',
    config: { factor: [0.5, 0.5], kernelSize: [3, 5], valueRange: [-9, 9], seed: 1 },
    inputShapes: [[4, 3, 3, 1]],
    training: true,
    random: true,
  },
];
