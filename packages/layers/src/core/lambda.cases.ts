import { softsign, tanh } from '@myelin/activations';
import type { ConformanceCase } from '@myelin/testing';
import type { LambdaConfig } from './lambda.js';

export const cases: readonly ConformanceCase<LambdaConfig>[] = [
  { name: 'a named function', config: { function: tanh }, inputShapes: [[3, 4]] },
  { name: 'output shape', config: { function: softsign, outputShape: [2, 3] }, inputShapes: [[2, 2, 3]] },
];
