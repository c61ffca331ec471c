// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

export { glorotUniform } from './glorot-uniform.js';
export { zeros } from './zeros.js';
