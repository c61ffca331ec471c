import type { ConformanceCase } from '@myelin/testing';
import type { PreluConfig } from './prelu.js';

export const cases: readonly ConformanceCase<PreluConfig>[] = [
  { name: 'a slope for each place', config: {}, inputShapes: [[3, 4]] },
  { name: 'a slope for each channel', config: { sharedAxes: [1, 2] }, inputShapes: [[2, 3, 2, 3]] },
  { name: 'one slope', config: { sharedAxes: 1, alphaRegularizer: 'l2' }, inputShapes: [[2, 4]] },
  { name: 'mask', config: { sharedAxes: [1] }, inputShapes: [[2, 4, 3]], masked: true },
];
