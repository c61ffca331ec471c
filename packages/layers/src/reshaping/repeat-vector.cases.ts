import type { ConformanceCase } from '@myelin/testing';
import type { RepeatVectorConfig } from './repeat-vector.js';

export const cases: readonly ConformanceCase<RepeatVectorConfig>[] = [
  { name: 'plain', config: { n: 3 }, inputShapes: [[2, 4]] },
  { name: 'once', config: { n: 1 }, inputShapes: [[2, 3]] },
];
