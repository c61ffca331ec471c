import type { ConformanceCase } from '@myelin/testing';
import type { ReshapeConfig } from './reshape.js';

export const cases: readonly ConformanceCase<ReshapeConfig>[] = [
  { name: 'to an image', config: { targetShape: [3, 4, 1] }, inputShapes: [[2, 12]] },
  { name: 'one size left open', config: { targetShape: [-1, 2] }, inputShapes: [[2, 3, 4]] },
  { name: 'to one axis', config: { targetShape: [-1] }, inputShapes: [[2, 3, 2]] },
];
