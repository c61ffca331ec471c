import type { ConformanceCase } from '@myelin/testing';
import type { AutoContrastConfig } from './auto-contrast.js';

export const cases: readonly ConformanceCase<AutoContrastConfig>[] = [
  { name: 'range', config: { valueRange: [-5, 5] }, inputShapes: [[2, 2, 3, 2]] },
  {
    name: 'channels first',
    config: { dataFormat: 'channels_first' },
    inputShapes: [[1, 2, 2, 3]],
    training: true,
  },
];
