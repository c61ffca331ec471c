import type { ConformanceCase } from '@myelin/testing';
import type { CategoryEncodingConfig } from './category-encoding.js';

export const cases: readonly ConformanceCase<CategoryEncodingConfig>[] = [
  { name: 'multi hot', config: { numTokens: 5 }, inputShapes: [[3, 4]], indicesBelow: 5 },
  {
    name: 'one hot',
    config: { numTokens: 5, outputMode: 'one_hot' },
    inputShapes: [[3, 4]],
    indicesBelow: 7,
  },
  { name: 'count', config: { numTokens: 17, outputMode: 'count' }, inputShapes: [[5, 33]], indicesBelow: 17 },
];
