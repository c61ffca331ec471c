import type { ConformanceCase } from '@myelin/testing';
import type { RandomZoomConfig } from './random-zoom.js';

export const cases: readonly ConformanceCase<RandomZoomConfig>[] = [
  { name: 'inference', config: { heightFactor: 0.5 }, inputShapes: [[2, 3, 2, 1]] },
  {
    name: 'training',
    config: { heightFactor: 0.3, widthFactor: [-0.5, 0.1], seed: 1, fillMode: 'constant' },
    inputShapes: [[2, 4, 5, 2]],
    training: true,
    random: true,
  },
];
