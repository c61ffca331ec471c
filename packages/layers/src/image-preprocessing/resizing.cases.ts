import type { ConformanceCase } from '@myelin/testing';
import type { ResizingConfig } from './resizing.js';

export const cases: readonly ConformanceCase<ResizingConfig>[] = [
  { name: 'larger', config: { height: 3, width: 4 }, inputShapes: [[2, 2, 3, 1]] },
  {
    name: 'channels first, padded',
    config: { height: 2, width: 3, padToAspectRatio: true, dataFormat: 'channels_first' },
    inputShapes: [[1, 2, 4, 3]],
  },
];
