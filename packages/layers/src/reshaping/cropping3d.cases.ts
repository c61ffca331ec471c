import type { ConformanceCase } from '@myelin/testing';
import type { Cropping3dConfig } from './cropping3d.js';

export const cases: readonly ConformanceCase<Cropping3dConfig>[] = [
  { name: 'plain', config: {}, inputShapes: [[1, 3, 4, 3, 2]] },
  {
    name: 'one axis by itself, channels first',
    config: { cropping: [0, 1, [2, 0]], dataFormat: 'channels_first' },
    inputShapes: [[1, 2, 2, 3, 3]],
  },
];
