// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

import { accuracy } from './accuracy.js';
import { auc } from './auc.js';
import { binaryAccuracy } from './binary-accuracy.js';
import { binaryCrossentropy } from './binary-crossentropy.js';
import { binaryIou } from './binary-iou.js';
import { categoricalAccuracy } from './categorical-accuracy.js';
import { categoricalCrossentropy } from './categorical-crossentropy.js';
import { categoricalHinge } from './categorical-hinge.js';
import { concordanceCorrelation } from './concordance-correlation.js';
import { cosineSimilarity } from './cosine-similarity.js';
import { fBetaScore } from './f-beta-score.js';
import { f1Score } from './f1-score.js';
import { falseNegatives } from './false-negatives.js';
import { falsePositives } from './false-positives.js';
import { hinge } from './hinge.js';
import { iou } from './iou.js';
import { klDivergence } from './kl-divergence.js';
import { logCoshError } from './log-cosh-error.js';
import { meanAbsoluteError } from './mean-absolute-error.js';
import { meanAbsolutePercentageError } from './mean-absolute-percentage-error.js';
import { meanIou } from './mean-iou.js';
import { meanSquaredError } from './mean-squared-error.js';
import { meanSquaredLogarithmicError } from './mean-squared-logarithmic-error.js';
import { mean } from './mean.js';
import { oneHotIou } from './one-hot-iou.js';
import { oneHotMeanIou } from './one-hot-mean-iou.js';
import { pearsonCorrelation } from './pearson-correlation.js';
import { poisson } from './poisson.js';
import { precisionAtRecall } from './precision-at-recall.js';
import { precision } from './precision.js';
import { r2Score } from './r2-score.js';
import { recallAtPrecision } from './recall-at-precision.js';
import { recall } from './recall.js';
import { rootMeanSquaredError } from './root-mean-squared-error.js';
import { sensitivityAtSpecificity } from './sensitivity-at-specificity.js';
import { sparseCategoricalAccuracy } from './sparse-categorical-accuracy.js';
import { sparseCategoricalCrossentropy } from './sparse-categorical-crossentropy.js';
import { sparseTopKCategoricalAccuracy } from './sparse-top-k-categorical-accuracy.js';
import { specificityAtSensitivity } from './specificity-at-sensitivity.js';
import { squaredHinge } from './squared-hinge.js';
import { sum } from './sum.js';
import { topKCategoricalAccuracy } from './top-k-categorical-accuracy.js';
import { trueNegatives } from './true-negatives.js';
import { truePositives } from './true-positives.js';

/** Keras' names of what this package makes. Look names of users up with `Object.hasOwn`. */
export const byId: {
  readonly Accuracy: typeof accuracy;
  readonly accuracy: typeof accuracy;
  readonly AUC: typeof auc;
  readonly auc: typeof auc;
  readonly BinaryAccuracy: typeof binaryAccuracy;
  readonly binary_accuracy: typeof binaryAccuracy;
  readonly BinaryCrossentropy: typeof binaryCrossentropy;
  readonly binary_crossentropy: typeof binaryCrossentropy;
  readonly bce: typeof binaryCrossentropy;
  readonly BCE: typeof binaryCrossentropy;
  readonly BinaryIoU: typeof binaryIou;
  readonly binary_io_u: typeof binaryIou;
  readonly CategoricalAccuracy: typeof categoricalAccuracy;
  readonly categorical_accuracy: typeof categoricalAccuracy;
  readonly CategoricalCrossentropy: typeof categoricalCrossentropy;
  readonly categorical_crossentropy: typeof categoricalCrossentropy;
  readonly CategoricalHinge: typeof categoricalHinge;
  readonly categorical_hinge: typeof categoricalHinge;
  readonly ConcordanceCorrelation: typeof concordanceCorrelation;
  readonly concordance_correlation: typeof concordanceCorrelation;
  readonly CosineSimilarity: typeof cosineSimilarity;
  readonly cosine_similarity: typeof cosineSimilarity;
  readonly FBetaScore: typeof fBetaScore;
  readonly f_beta_score: typeof fBetaScore;
  readonly F1Score: typeof f1Score;
  readonly f1_score: typeof f1Score;
  readonly FalseNegatives: typeof falseNegatives;
  readonly false_negatives: typeof falseNegatives;
  readonly FalsePositives: typeof falsePositives;
  readonly false_positives: typeof falsePositives;
  readonly Hinge: typeof hinge;
  readonly hinge: typeof hinge;
  readonly IoU: typeof iou;
  readonly io_u: typeof iou;
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
  readonly MeanIoU: typeof meanIou;
  readonly mean_io_u: typeof meanIou;
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
  readonly OneHotIoU: typeof oneHotIou;
  readonly one_hot_io_u: typeof oneHotIou;
  readonly OneHotMeanIoU: typeof oneHotMeanIou;
  readonly one_hot_mean_io_u: typeof oneHotMeanIou;
  readonly PearsonCorrelation: typeof pearsonCorrelation;
  readonly pearson_correlation: typeof pearsonCorrelation;
  readonly Poisson: typeof poisson;
  readonly poisson: typeof poisson;
  readonly PrecisionAtRecall: typeof precisionAtRecall;
  readonly precision_at_recall: typeof precisionAtRecall;
  readonly Precision: typeof precision;
  readonly precision: typeof precision;
  readonly R2Score: typeof r2Score;
  readonly r2_score: typeof r2Score;
  readonly RecallAtPrecision: typeof recallAtPrecision;
  readonly recall_at_precision: typeof recallAtPrecision;
  readonly Recall: typeof recall;
  readonly recall: typeof recall;
  readonly RootMeanSquaredError: typeof rootMeanSquaredError;
  readonly root_mean_squared_error: typeof rootMeanSquaredError;
  readonly SensitivityAtSpecificity: typeof sensitivityAtSpecificity;
  readonly sensitivity_at_specificity: typeof sensitivityAtSpecificity;
  readonly SparseCategoricalAccuracy: typeof sparseCategoricalAccuracy;
  readonly sparse_categorical_accuracy: typeof sparseCategoricalAccuracy;
  readonly SparseCategoricalCrossentropy: typeof sparseCategoricalCrossentropy;
  readonly sparse_categorical_crossentropy: typeof sparseCategoricalCrossentropy;
  readonly SparseTopKCategoricalAccuracy: typeof sparseTopKCategoricalAccuracy;
  readonly sparse_top_k_categorical_accuracy: typeof sparseTopKCategoricalAccuracy;
  readonly SpecificityAtSensitivity: typeof specificityAtSensitivity;
  readonly specificity_at_sensitivity: typeof specificityAtSensitivity;
  readonly SquaredHinge: typeof squaredHinge;
  readonly squared_hinge: typeof squaredHinge;
  readonly Sum: typeof sum;
  readonly sum: typeof sum;
  readonly TopKCategoricalAccuracy: typeof topKCategoricalAccuracy;
  readonly top_k_categorical_accuracy: typeof topKCategoricalAccuracy;
  readonly TrueNegatives: typeof trueNegatives;
  readonly true_negatives: typeof trueNegatives;
  readonly TruePositives: typeof truePositives;
  readonly true_positives: typeof truePositives;
} = {
  Accuracy: accuracy,
  accuracy,
  AUC: auc,
  auc,
  BinaryAccuracy: binaryAccuracy,
  binary_accuracy: binaryAccuracy,
  BinaryCrossentropy: binaryCrossentropy,
  binary_crossentropy: binaryCrossentropy,
  bce: binaryCrossentropy,
  BCE: binaryCrossentropy,
  BinaryIoU: binaryIou,
  binary_io_u: binaryIou,
  CategoricalAccuracy: categoricalAccuracy,
  categorical_accuracy: categoricalAccuracy,
  CategoricalCrossentropy: categoricalCrossentropy,
  categorical_crossentropy: categoricalCrossentropy,
  CategoricalHinge: categoricalHinge,
  categorical_hinge: categoricalHinge,
  ConcordanceCorrelation: concordanceCorrelation,
  concordance_correlation: concordanceCorrelation,
  CosineSimilarity: cosineSimilarity,
  cosine_similarity: cosineSimilarity,
  FBetaScore: fBetaScore,
  f_beta_score: fBetaScore,
  F1Score: f1Score,
  f1_score: f1Score,
  FalseNegatives: falseNegatives,
  false_negatives: falseNegatives,
  FalsePositives: falsePositives,
  false_positives: falsePositives,
  Hinge: hinge,
  hinge,
  IoU: iou,
  io_u: iou,
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
  MeanIoU: meanIou,
  mean_io_u: meanIou,
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
  OneHotIoU: oneHotIou,
  one_hot_io_u: oneHotIou,
  OneHotMeanIoU: oneHotMeanIou,
  one_hot_mean_io_u: oneHotMeanIou,
  PearsonCorrelation: pearsonCorrelation,
  pearson_correlation: pearsonCorrelation,
  Poisson: poisson,
  poisson,
  PrecisionAtRecall: precisionAtRecall,
  precision_at_recall: precisionAtRecall,
  Precision: precision,
  precision,
  R2Score: r2Score,
  r2_score: r2Score,
  RecallAtPrecision: recallAtPrecision,
  recall_at_precision: recallAtPrecision,
  Recall: recall,
  recall,
  RootMeanSquaredError: rootMeanSquaredError,
  root_mean_squared_error: rootMeanSquaredError,
  SensitivityAtSpecificity: sensitivityAtSpecificity,
  sensitivity_at_specificity: sensitivityAtSpecificity,
  SparseCategoricalAccuracy: sparseCategoricalAccuracy,
  sparse_categorical_accuracy: sparseCategoricalAccuracy,
  SparseCategoricalCrossentropy: sparseCategoricalCrossentropy,
  sparse_categorical_crossentropy: sparseCategoricalCrossentropy,
  SparseTopKCategoricalAccuracy: sparseTopKCategoricalAccuracy,
  sparse_top_k_categorical_accuracy: sparseTopKCategoricalAccuracy,
  SpecificityAtSensitivity: specificityAtSensitivity,
  specificity_at_sensitivity: specificityAtSensitivity,
  SquaredHinge: squaredHinge,
  squared_hinge: squaredHinge,
  Sum: sum,
  sum,
  TopKCategoricalAccuracy: topKCategoricalAccuracy,
  top_k_categorical_accuracy: topKCategoricalAccuracy,
  TrueNegatives: trueNegatives,
  true_negatives: trueNegatives,
  TruePositives: truePositives,
  true_positives: truePositives,
};
