import type { ConformanceCase } from '@myelin/testing';
import type { SoftmaxConfig } from './softmax.js';

export const cases: readonly ConformanceCase<SoftmaxConfig>[] = [
  { name: 'plain', config: {}, inputShapes: [[3, 4]] },
  { name: 'axis 1', config: { axis: 1 }, inputShapes: [[2, 3, 2]] },
  { name: 'two axes', config: { axis: [1, -1] }, inputShapes: [[2, 3, 2]] },
  { name: 'mask', config: {}, inputShapes: [[3, 4]], masked: true },
];
