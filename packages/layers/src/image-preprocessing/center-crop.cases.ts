import type { ConformanceCase } from '@myelin/testing';
import type { CenterCropConfig } from './center-crop.js';

export const cases: readonly ConformanceCase<CenterCropConfig>[] = [
  { name: 'middle', config: { height: 2, width: 2 }, inputShapes: [[2, 3, 4, 1]] },
  { name: 'too small', config: { height: 2, width: 3 }, inputShapes: [[1, 3, 2, 1]], training: true },
];
