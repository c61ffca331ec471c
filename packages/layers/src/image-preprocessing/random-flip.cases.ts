import type { ConformanceCase } from '@myelin/testing';
import type { RandomFlipConfig } from './random-flip.js';

export const cases: readonly ConformanceCase<RandomFlipConfig>[] = [
  { name: 'inference', config: {}, inputShapes: [[2, 2, 3, 1]] },
  { name: 'training', config: { seed: 1 }, inputShapes: [[4, 2, 3, 1]], training: true, random: true },
  {
    name: 'horizontal, channels first',
    config: { mode: 'horizontal', seed: 2, dataFormat: 'channels_first' },
    inputShapes: [[3, 2, 2, 3]],
    training: true,
    random: true,
  },
];
