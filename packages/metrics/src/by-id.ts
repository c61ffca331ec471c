// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

/** Keras' names of what this package makes. Look names of users up with `Object.hasOwn`. */
export const byId: {} = {};
