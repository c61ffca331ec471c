// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

import { linear } from './linear.js';
import { relu } from './relu.js';
import { softmax } from './softmax.js';

/** Keras' names of what this package makes. Look names of users up with `Object.hasOwn`. */
export const byId: {
  readonly linear: typeof linear;
  readonly relu: typeof relu;
  readonly softmax: typeof softmax;
} = {
  linear,
  relu,
  softmax,
};
