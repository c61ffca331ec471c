// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

import { adamW } from './adam-w.js';
import { adam } from './adam.js';
import { rmsprop } from './rmsprop.js';
import { sgd } from './sgd.js';

/** Keras' names of what this package makes. Look names of users up with `Object.hasOwn`. */
export const byId: {
  readonly AdamW: typeof adamW;
  readonly adamw: typeof adamW;
  readonly Adam: typeof adam;
  readonly adam: typeof adam;
  readonly RMSprop: typeof rmsprop;
  readonly rmsprop: typeof rmsprop;
  readonly SGD: typeof sgd;
  readonly sgd: typeof sgd;
} = {
  AdamW: adamW,
  adamw: adamW,
  Adam: adam,
  adam,
  RMSprop: rmsprop,
  rmsprop,
  SGD: sgd,
  sgd,
};
