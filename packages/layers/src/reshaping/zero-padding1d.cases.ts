import type { ConformanceCase } from '@myelin/testing';
import type { ZeroPadding1dConfig } from './zero-padding1d.js';

export const cases: readonly ConformanceCase<ZeroPadding1dConfig>[] = [
  { name: 'plain', config: {}, inputShapes: [[2, 3, 2]] },
  {
    name: 'before only, channels first',
    config: { padding: [2, 0], dataFormat: 'channels_first' },
    inputShapes: [[2, 3, 2]],
  },
];
