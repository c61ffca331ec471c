import type { ConformanceCase } from '@myelin/testing';
import type { RescalingConfig } from './rescaling.js';

export const cases: readonly ConformanceCase<RescalingConfig>[] = [
  { name: 'numbers', config: { scale: 0.5, offset: -1 }, inputShapes: [[2, 3]] },
  { name: 'each channel', config: { scale: [0.5, 2], offset: [1, 0] }, inputShapes: [[2, 3, 2]] },
];
