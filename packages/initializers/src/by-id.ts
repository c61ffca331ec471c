// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

import { glorotUniform } from './glorot-uniform.js';
import { zeros } from './zeros.js';

/** Keras' names of what this package makes. Look names of users up with `Object.hasOwn`. */
export const byId: {
  readonly GlorotUniform: typeof glorotUniform;
  readonly glorot_uniform: typeof glorotUniform;
  readonly Zeros: typeof zeros;
  readonly zeros: typeof zeros;
} = {
  GlorotUniform: glorotUniform,
  glorot_uniform: glorotUniform,
  Zeros: zeros,
  zeros,
};
