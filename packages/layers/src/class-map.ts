// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

import { dense } from './core/dense.js';

/** Keras' class names of the layers. Look names of users up with `Object.hasOwn`. */
export const classMap: {
  readonly Dense: typeof dense;
} = {
  Dense: dense,
};
