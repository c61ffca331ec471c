import type { ConformanceCase } from '@myelin/testing';
import type { DotConfig } from './dot.js';

export const cases: readonly ConformanceCase<DotConfig>[] = [
  {
    name: 'vectors',
    config: { axes: 1 },
    inputShapes: [
      [2, 3],
      [2, 3],
    ],
  },
  {
    name: 'vectors as cosines',
    config: { axes: -1, normalize: true },
    inputShapes: [
      [2, 3],
      [2, 3],
    ],
  },
  {
    name: 'sequences',
    config: { axes: [2, 1] },
    inputShapes: [
      [2, 3, 4],
      [2, 4, 2],
    ],
  },
  {
    name: 'cosines of sequences',
    config: { axes: 2, normalize: true },
    inputShapes: [
      [2, 2, 3],
      [2, 4, 3],
    ],
  },
  {
    name: 'ranks 4 and 2',
    config: { axes: [-2, 1] },
    inputShapes: [
      [2, 2, 3, 2],
      [2, 3],
    ],
  },
  {
    name: 'masks',
    config: { axes: 2 },
    inputShapes: [
      [2, 3, 2],
      [2, 4, 2],
    ],
    masked: true,
  },
];
