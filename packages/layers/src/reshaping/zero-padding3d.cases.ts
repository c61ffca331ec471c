import type { ConformanceCase } from '@myelin/testing';
import type { ZeroPadding3dConfig } from './zero-padding3d.js';

export const cases: readonly ConformanceCase<ZeroPadding3dConfig>[] = [
  { name: 'plain', config: {}, inputShapes: [[1, 2, 1, 2, 2]] },
  {
    name: 'one axis by itself, channels first',
    config: { padding: [0, 2, [1, 0]], dataFormat: 'channels_first' },
    inputShapes: [[1, 2, 2, 1, 2]],
  },
];
