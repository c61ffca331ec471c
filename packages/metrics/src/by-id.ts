// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

import { accuracy } from './accuracy.js';
import { binaryAccuracy } from './binary-accuracy.js';
import { binaryCrossentropy } from './binary-crossentropy.js';
import { categoricalAccuracy } from './categorical-accuracy.js';
import { categoricalCrossentropy } from './categorical-crossentropy.js';
import { categoricalHinge } from './categorical-hinge.js';
import { cosineSimilarity } from './cosine-similarity.js';
import { hinge } from './hinge.js';
import { klDivergence } from './kl-divergence.js';
import { logCoshError } from './log-cosh-error.js';
import { meanAbsoluteError } from './mean-absolute-error.js';
import { meanAbsolutePercentageError } from './mean-absolute-percentage-error.js';
import { meanSquaredError } from './mean-squared-error.js';
import { meanSquaredLogarithmicError } from './mean-squared-logarithmic-error.js';
import { mean } from './mean.js';
import { poisson } from './poisson.js';
import { precision } from './precision.js';
import { r2Score } from './r2-score.js';
import { recall } from './recall.js';
import { rootMeanSquaredError } from './root-mean-squared-error.js';
import { sparseCategoricalAccuracy } from './sparse-categorical-accuracy.js';
import { sparseCategoricalCrossentropy } from './sparse-categorical-crossentropy.js';
import { sparseTopKCategoricalAccuracy } from './sparse-top-k-categorical-accuracy.js';
import { squaredHinge } from './squared-hinge.js';
import { sum } from './sum.js';
import { topKCategoricalAccuracy } from './top-k-categorical-accuracy.js';

/** Keras' names of what this package makes. Look names of users up with `Object.hasOwn`. */
export const byId: {
  readonly Accuracy: typeof accuracy;
  readonly accuracy: typeof accuracy;
  readonly BinaryAccuracy: typeof binaryAccuracy;
  readonly binary_accuracy: typeof binaryAccuracy;
  readonly BinaryCrossentropy: typeof binaryCrossentropy;
  readonly binary_crossentropy: typeof binaryCrossentropy;
  readonly bce: typeof binaryCrossentropy;
  readonly BCE: typeof binaryCrossentropy;
  readonly CategoricalAccuracy: typeof categoricalAccuracy;
  readonly categorical_accuracy: typeof categoricalAccuracy;
  readonly CategoricalCrossentropy: typeof categoricalCrossentropy;
  readonly categorical_crossentropy: typeof categoricalCrossentropy;
  readonly CategoricalHinge: typeof categoricalHinge;
  readonly categorical_hinge: typeof categoricalHinge;
  readonly CosineSimilarity: typeof cosineSimilarity;
  readonly cosine_similarity: typeof cosineSimilarity;
  readonly Hinge: typeof hinge;
  readonly hinge: typeof hinge;
  readonly KLDivergence: typeof klDivergence;
  readonly kl_divergence: typeof klDivergence;
  readonly LogCoshError: typeof logCoshError;
  readonly log_cosh_error: typeof logCoshError;
  readonly MeanAbsoluteError: typeof meanAbsoluteError;
  readonly mean_absolute_error: typeof meanAbsoluteError;
  readonly mae: typeof meanAbsoluteError;
  readonly MAE: typeof meanAbsoluteError;
  readonly MeanAbsolutePercentageError: typeof meanAbsolutePercentageError;
  readonly mean_absolute_percentage_error: typeof meanAbsolutePercentageError;
  readonly mape: typeof meanAbsolutePercentageError;
  readonly MAPE: typeof meanAbsolutePercentageError;
  readonly MeanSquaredError: typeof meanSquaredError;
  readonly mean_squared_error: typeof meanSquaredError;
  readonly mse: typeof meanSquaredError;
  readonly MSE: typeof meanSquaredError;
  readonly MeanSquaredLogarithmicError: typeof meanSquaredLogarithmicError;
  readonly mean_squared_logarithmic_error: typeof meanSquaredLogarithmicError;
  readonly msle: typeof meanSquaredLogarithmicError;
  readonly MSLE: typeof meanSquaredLogarithmicError;
  readonly Mean: typeof mean;
  readonly mean: typeof mean;
  readonly Poisson: typeof poisson;
  readonly poisson: typeof poisson;
  readonly Precision: typeof precision;
  readonly precision: typeof precision;
  readonly R2Score: typeof r2Score;
  readonly r2_score: typeof r2Score;
  readonly Recall: typeof recall;
  readonly recall: typeof recall;
  readonly RootMeanSquaredError: typeof rootMeanSquaredError;
  readonly root_mean_squared_error: typeof rootMeanSquaredError;
  readonly SparseCategoricalAccuracy: typeof sparseCategoricalAccuracy;
  readonly sparse_categorical_accuracy: typeof sparseCategoricalAccuracy;
  readonly SparseCategoricalCrossentropy: typeof sparseCategoricalCrossentropy;
  readonly sparse_categorical_crossentropy: typeof sparseCategoricalCrossentropy;
  readonly SparseTopKCategoricalAccuracy: typeof sparseTopKCategoricalAccuracy;
  readonly sparse_top_k_categorical_accuracy: typeof sparseTopKCategoricalAccuracy;
  readonly SquaredHinge: typeof squaredHinge;
  readonly squared_hinge: typeof squaredHinge;
  readonly Sum: typeof sum;
  readonly sum: typeof sum;
  readonly TopKCategoricalAccuracy: typeof topKCategoricalAccuracy;
  readonly top_k_categorical_accuracy: typeof topKCategoricalAccuracy;
} = {
  Accuracy: accuracy,
  accuracy,
  BinaryAccuracy: binaryAccuracy,
  binary_accuracy: binaryAccuracy,
  BinaryCrossentropy: binaryCrossentropy,
  binary_crossentropy: binaryCrossentropy,
  bce: binaryCrossentropy,
  BCE: binaryCrossentropy,
  CategoricalAccuracy: categoricalAccuracy,
  categorical_accuracy: categoricalAccuracy,
  CategoricalCrossentropy: categoricalCrossentropy,
  categorical_crossentropy: categoricalCrossentropy,
  CategoricalHinge: categoricalHinge,
  categorical_hinge: categoricalHinge,
  CosineSimilarity: cosineSimilarity,
  cosine_similarity: cosineSimilarity,
  Hinge: hinge,
  hinge,
  KLDivergence: klDivergence,
  kl_divergence: klDivergence,
  LogCoshError: logCoshError,
  log_cosh_error: logCoshError,
  MeanAbsoluteError: meanAbsoluteError,
  mean_absolute_error: meanAbsoluteError,
  mae: meanAbsoluteError,
  MAE: meanAbsoluteError,
  MeanAbsolutePercentageError: meanAbsolutePercentageError,
  mean_absolute_percentage_error: meanAbsolutePercentageError,
  mape: meanAbsolutePercentageError,
  MAPE: meanAbsolutePercentageError,
  MeanSquaredError: meanSquaredError,
  mean_squared_error: meanSquaredError,
  mse: meanSquaredError,
  MSE: meanSquaredError,
  MeanSquaredLogarithmicError: meanSquaredLogarithmicError,
  mean_squared_logarithmic_error: meanSquaredLogarithmicError,
  msle: meanSquaredLogarithmicError,
  MSLE: meanSquaredLogarithmicError,
  Mean: mean,
  mean,
  Poisson: poisson,
  poisson,
  Precision: precision,
  precision,
  R2Score: r2Score,
  r2_score: r2Score,
  Recall: recall,
  recall,
  RootMeanSquaredError: rootMeanSquaredError,
  root_mean_squared_error: rootMeanSquaredError,
  SparseCategoricalAccuracy: sparseCategoricalAccuracy,
  sparse_categorical_accuracy: sparseCategoricalAccuracy,
  SparseCategoricalCrossentropy: sparseCategoricalCrossentropy,
  sparse_categorical_crossentropy: sparseCategoricalCrossentropy,
  SparseTopKCategoricalAccuracy: sparseTopKCategoricalAccuracy,
  sparse_top_k_categorical_accuracy: sparseTopKCategoricalAccuracy,
  SquaredHinge: squaredHinge,
  squared_hinge: squaredHinge,
  Sum: sum,
  sum,
  TopKCategoricalAccuracy: topKCategoricalAccuracy,
  top_k_categorical_accuracy: topKCategoricalAccuracy,
};
