import type { ConformanceCase } from '@myelin/testing';
import type { UpSampling2dConfig } from './up-sampling2d.js';

export const cases: readonly ConformanceCase<UpSampling2dConfig>[] = [
  { name: 'plain', config: {}, inputShapes: [[2, 2, 3, 2]] },
  {
    name: '2x3, channels first',
    config: { size: [2, 3], dataFormat: 'channels_first' },
    inputShapes: [[1, 2, 2, 3]],
  },
  { name: 'bilinear', config: { interpolation: 'bilinear' }, inputShapes: [[2, 2, 3, 2]] },
  {
    name: 'bicubic, 3x2, channels first',
    config: { size: [3, 2], interpolation: 'bicubic', dataFormat: 'channels_first' },
    inputShapes: [[1, 2, 3, 4]],
  },
  { name: 'lanczos3', config: { interpolation: 'lanczos3' }, inputShapes: [[1, 3, 2, 2]] },
  { name: 'lanczos5', config: { size: 3, interpolation: 'lanczos5' }, inputShapes: [[1, 2, 3, 1]] },
];
