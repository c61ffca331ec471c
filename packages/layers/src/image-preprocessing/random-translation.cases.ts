import type { ConformanceCase } from '@myelin/testing';
import type { RandomTranslationConfig } from './random-translation.js';

export const cases: readonly ConformanceCase<RandomTranslationConfig>[] = [
  { name: 'inference', config: { heightFactor: 0.5, widthFactor: 0.5 }, inputShapes: [[2, 3, 2, 1]] },
  {
    name: 'training',
    config: { heightFactor: 0.4, widthFactor: [0, 0.4], seed: 1, fillMode: 'wrap' },
    inputShapes: [[2, 4, 5, 2]],
    training: true,
    random: true,
  },
];
