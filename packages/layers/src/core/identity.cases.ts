import type { ConformanceCase } from '@myelin/testing';
import type { IdentityConfig } from './identity.js';

export const cases: readonly ConformanceCase<IdentityConfig>[] = [
  { name: 'plain', config: {}, inputShapes: [[3, 4]] },
  { name: 'mask', config: {}, inputShapes: [[2, 4, 3]], masked: true },
];
