import type { ConformanceCase } from '@myelin/testing';
import type { MaxNumBoundingBoxesConfig } from './max-num-bounding-boxes.js';

export const cases: readonly ConformanceCase<MaxNumBoundingBoxesConfig>[] = [
  { name: 'images', config: { maxNumber: 2 }, inputShapes: [[2, 3, 2, 3]] },
];
