import type { ConformanceCase } from '@myelin/testing';
import type { RandomCropConfig } from './random-crop.js';

export const cases: readonly ConformanceCase<RandomCropConfig>[] = [
  {
    name: 'training',
    config: { height: 2, width: 3, seed: 1 },
    inputShapes: [[2, 4, 5, 1]],
    training: true,
    random: true,
  },
  { name: 'too small', config: { height: 3, width: 2 }, inputShapes: [[2, 2, 3, 1]], training: true },
];
