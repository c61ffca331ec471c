// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

export { type MaxNormConfig, maxNorm } from './constraints/max-norm.js';
export { type MinMaxNormConfig, minMaxNorm } from './constraints/min-max-norm.js';
export { nonNeg } from './constraints/non-neg.js';
export { type UnitNormConfig, unitNorm } from './constraints/unit-norm.js';
export { type L1Config, l1 } from './l1.js';
export { type L1l2Config, l1l2 } from './l1l2.js';
export { type L2Config, l2 } from './l2.js';
export { type OrthogonalRegularizerConfig, orthogonalRegularizer } from './orthogonal-regularizer.js';
