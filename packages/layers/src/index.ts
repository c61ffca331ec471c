// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

export { type DenseConfig, dense } from './core/dense.js';
