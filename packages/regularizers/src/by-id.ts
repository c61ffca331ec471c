// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

import { maxNorm } from './constraints/max-norm.js';
import { minMaxNorm } from './constraints/min-max-norm.js';
import { nonNeg } from './constraints/non-neg.js';
import { unitNorm } from './constraints/unit-norm.js';
import { l1 } from './l1.js';
import { l1l2 } from './l1l2.js';
import { l2 } from './l2.js';
import { orthogonalRegularizer } from './orthogonal-regularizer.js';

/** Keras' names of what this package makes. Look names of users up with `Object.hasOwn`. */
export const byId: {
  readonly L1: typeof l1;
  readonly l1: typeof l1;
  readonly L1L2: typeof l1l2;
  readonly l1l2: typeof l1l2;
  readonly L2: typeof l2;
  readonly l2: typeof l2;
  readonly OrthogonalRegularizer: typeof orthogonalRegularizer;
  readonly orthogonal_regularizer: typeof orthogonalRegularizer;
} = {
  L1: l1,
  l1,
  L1L2: l1l2,
  l1l2,
  L2: l2,
  l2,
  OrthogonalRegularizer: orthogonalRegularizer,
  orthogonal_regularizer: orthogonalRegularizer,
};

/** Keras' names of the constraints. Look names of users up with `Object.hasOwn`. */
export const constraintsById: {
  readonly MaxNorm: typeof maxNorm;
  readonly max_norm: typeof maxNorm;
  readonly MinMaxNorm: typeof minMaxNorm;
  readonly min_max_norm: typeof minMaxNorm;
  readonly NonNeg: typeof nonNeg;
  readonly non_neg: typeof nonNeg;
  readonly UnitNorm: typeof unitNorm;
  readonly unit_norm: typeof unitNorm;
} = {
  MaxNorm: maxNorm,
  max_norm: maxNorm,
  MinMaxNorm: minMaxNorm,
  min_max_norm: minMaxNorm,
  NonNeg: nonNeg,
  non_neg: nonNeg,
  UnitNorm: unitNorm,
  unit_norm: unitNorm,
};
