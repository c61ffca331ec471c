// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

import { accuracy } from './accuracy.js';
import { binaryAccuracy } from './binary-accuracy.js';
import { categoricalAccuracy } from './categorical-accuracy.js';
import { sparseCategoricalAccuracy } from './sparse-categorical-accuracy.js';

/** Keras' names of what this package makes. Look names of users up with `Object.hasOwn`. */
export const byId: {
  readonly Accuracy: typeof accuracy;
  readonly accuracy: typeof accuracy;
  readonly BinaryAccuracy: typeof binaryAccuracy;
  readonly binary_accuracy: typeof binaryAccuracy;
  readonly CategoricalAccuracy: typeof categoricalAccuracy;
  readonly categorical_accuracy: typeof categoricalAccuracy;
  readonly SparseCategoricalAccuracy: typeof sparseCategoricalAccuracy;
  readonly sparse_categorical_accuracy: typeof sparseCategoricalAccuracy;
} = {
  Accuracy: accuracy,
  accuracy,
  BinaryAccuracy: binaryAccuracy,
  binary_accuracy: binaryAccuracy,
  CategoricalAccuracy: categoricalAccuracy,
  categorical_accuracy: categoricalAccuracy,
  SparseCategoricalAccuracy: sparseCategoricalAccuracy,
  sparse_categorical_accuracy: sparseCategoricalAccuracy,
};
