// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

import { binaryCrossentropy } from './binary-crossentropy.js';
import { binaryFocalCrossentropy } from './binary-focal-crossentropy.js';
import { categoricalCrossentropy } from './categorical-crossentropy.js';
import { categoricalFocalCrossentropy } from './categorical-focal-crossentropy.js';
import { categoricalGeneralizedCrossEntropy } from './categorical-generalized-cross-entropy.js';
import { categoricalHinge } from './categorical-hinge.js';
import { circle } from './circle.js';
import { cosineSimilarity } from './cosine-similarity.js';
import { ctc } from './ctc.js';
import { dice } from './dice.js';
import { hinge } from './hinge.js';
import { huber } from './huber.js';
import { klDivergence } from './kl-divergence.js';
import { logCosh } from './log-cosh.js';
import { meanAbsoluteError } from './mean-absolute-error.js';
import { meanAbsolutePercentageError } from './mean-absolute-percentage-error.js';
import { meanSquaredError } from './mean-squared-error.js';
import { meanSquaredLogarithmicError } from './mean-squared-logarithmic-error.js';
import { poisson } from './poisson.js';
import { sparseCategoricalCrossentropy } from './sparse-categorical-crossentropy.js';
import { squaredHinge } from './squared-hinge.js';
import { tversky } from './tversky.js';

/** Keras' names of what this package makes. Look names of users up with `Object.hasOwn`. */
export const byId: {
  readonly BinaryCrossentropy: typeof binaryCrossentropy;
  readonly binary_crossentropy: typeof binaryCrossentropy;
  readonly bce: typeof binaryCrossentropy;
  readonly BCE: typeof binaryCrossentropy;
  readonly BinaryFocalCrossentropy: typeof binaryFocalCrossentropy;
  readonly binary_focal_crossentropy: typeof binaryFocalCrossentropy;
  readonly CategoricalCrossentropy: typeof categoricalCrossentropy;
  readonly categorical_crossentropy: typeof categoricalCrossentropy;
  readonly CategoricalFocalCrossentropy: typeof categoricalFocalCrossentropy;
  readonly categorical_focal_crossentropy: typeof categoricalFocalCrossentropy;
  readonly CategoricalGeneralizedCrossEntropy: typeof categoricalGeneralizedCrossEntropy;
  readonly CategoricalHinge: typeof categoricalHinge;
  readonly categorical_hinge: typeof categoricalHinge;
  readonly Circle: typeof circle;
  readonly circle: typeof circle;
  readonly CosineSimilarity: typeof cosineSimilarity;
  readonly cosine_similarity: typeof cosineSimilarity;
  readonly CTC: typeof ctc;
  readonly ctc: typeof ctc;
  readonly Dice: typeof dice;
  readonly dice: typeof dice;
  readonly Hinge: typeof hinge;
  readonly hinge: typeof hinge;
  readonly Huber: typeof huber;
  readonly huber: typeof huber;
  readonly KLDivergence: typeof klDivergence;
  readonly kl_divergence: typeof klDivergence;
  readonly kld: typeof klDivergence;
  readonly KLD: typeof klDivergence;
  readonly LogCosh: typeof logCosh;
  readonly log_cosh: typeof logCosh;
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
  readonly Poisson: typeof poisson;
  readonly poisson: typeof poisson;
  readonly SparseCategoricalCrossentropy: typeof sparseCategoricalCrossentropy;
  readonly sparse_categorical_crossentropy: typeof sparseCategoricalCrossentropy;
  readonly SquaredHinge: typeof squaredHinge;
  readonly squared_hinge: typeof squaredHinge;
  readonly Tversky: typeof tversky;
  readonly tversky: typeof tversky;
} = {
  BinaryCrossentropy: binaryCrossentropy,
  binary_crossentropy: binaryCrossentropy,
  bce: binaryCrossentropy,
  BCE: binaryCrossentropy,
  BinaryFocalCrossentropy: binaryFocalCrossentropy,
  binary_focal_crossentropy: binaryFocalCrossentropy,
  CategoricalCrossentropy: categoricalCrossentropy,
  categorical_crossentropy: categoricalCrossentropy,
  CategoricalFocalCrossentropy: categoricalFocalCrossentropy,
  categorical_focal_crossentropy: categoricalFocalCrossentropy,
  CategoricalGeneralizedCrossEntropy: categoricalGeneralizedCrossEntropy,
  CategoricalHinge: categoricalHinge,
  categorical_hinge: categoricalHinge,
  Circle: circle,
  circle,
  CosineSimilarity: cosineSimilarity,
  cosine_similarity: cosineSimilarity,
  CTC: ctc,
  ctc,
  Dice: dice,
  dice,
  Hinge: hinge,
  hinge,
  Huber: huber,
  huber,
  KLDivergence: klDivergence,
  kl_divergence: klDivergence,
  kld: klDivergence,
  KLD: klDivergence,
  LogCosh: logCosh,
  log_cosh: logCosh,
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
  Poisson: poisson,
  poisson,
  SparseCategoricalCrossentropy: sparseCategoricalCrossentropy,
  sparse_categorical_crossentropy: sparseCategoricalCrossentropy,
  SquaredHinge: squaredHinge,
  squared_hinge: squaredHinge,
  Tversky: tversky,
  tversky,
};
