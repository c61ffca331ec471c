import type { ConformanceCase } from '@myelin/testing';
import type { SolarizationConfig } from './solarization.js';

export const cases: readonly ConformanceCase<SolarizationConfig>[] = [
  { name: 'inference', config: {}, inputShapes: [[2, 3, 2, 3]] },
  {
    name: 'training',
    config: { additionFactor: 0.2, valueRange: [-9, 9], seed: 1 },
    inputShapes: [[2, 2, 3, 2]],
    training: true,
    random: true,
  },
];
