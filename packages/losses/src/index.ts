// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

export { type LossConfig, type LossSpec, type LossFactory, defineLoss } from './define-loss.js';
export { meanSquaredError } from './mean-squared-error.js';
