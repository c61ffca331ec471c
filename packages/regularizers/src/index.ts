// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

export { type L1Config, l1 } from './l1.js';
export { type L1l2Config, l1l2 } from './l1l2.js';
export { type L2Config, l2 } from './l2.js';
export { type OrthogonalRegularizerConfig, orthogonalRegularizer } from './orthogonal-regularizer.js';
