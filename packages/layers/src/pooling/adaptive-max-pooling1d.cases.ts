import type { ConformanceCase } from '@myelin/testing';
import type { AdaptiveMaxPooling1dConfig } from './adaptive-max-pooling1d.js';

export const cases: readonly ConformanceCase<AdaptiveMaxPooling1dConfig>[] = [
  { name: 'windows of two sizes', config: { outputSize: 5 }, inputShapes: [[2, 7, 2]] },
  {
    name: 'channels first',
    config: { outputSize: 2, dataFormat: 'channels_first' },
    inputShapes: [[2, 3, 4]],
  },
];
