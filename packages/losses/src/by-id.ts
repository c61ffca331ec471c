// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

import { meanSquaredError } from './mean-squared-error.js';

/** Keras' names of what this package makes. Look names of users up with `Object.hasOwn`. */
export const byId: {
  readonly MeanSquaredError: typeof meanSquaredError;
  readonly mean_squared_error: typeof meanSquaredError;
  readonly mse: typeof meanSquaredError;
  readonly MSE: typeof meanSquaredError;
} = {
  MeanSquaredError: meanSquaredError,
  mean_squared_error: meanSquaredError,
  mse: meanSquaredError,
  MSE: meanSquaredError,
};
