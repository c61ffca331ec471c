import type { ConformanceCase } from '@myelin/testing';
import type { RandomColorJitterConfig } from './random-color-jitter.js';

export const cases: readonly ConformanceCase<RandomColorJitterConfig>[] = [
  { name: 'inference', config: { hueFactor: 0.5 }, inputShapes: [[2, 3, 2, 3]] },
  {
    name: 'training',
    config: {
      brightnessFactor: 0.1,
      contrastFactor: 0.1,
      saturationFactor: [0.4, 0.5],
      seed: 1,
      valueRange: [-9, 9],
    },
    inputShapes: [[2, 2, 2, 3]],
    training: true,
    random: true,
  },
];
