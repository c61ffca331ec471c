// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

export { accuracy } from './accuracy.js';
export { type AucCurve, type AucSummation, type AucConfig, auc } from './auc.js';
export { type BinaryAccuracyConfig, binaryAccuracy } from './binary-accuracy.js';
export { type BinaryCrossentropyConfig, binaryCrossentropy } from './binary-crossentropy.js';
export { type BinaryIouConfig, binaryIou } from './binary-iou.js';
export { categoricalAccuracy } from './categorical-accuracy.js';
export { type CategoricalCrossentropyConfig, categoricalCrossentropy } from './categorical-crossentropy.js';
export { categoricalHinge } from './categorical-hinge.js';
export { concordanceCorrelation } from './concordance-correlation.js';
export { type CosineSimilarityConfig, cosineSimilarity } from './cosine-similarity.js';
export { type CountConfig } from './count-config.js';
export { type DecisionConfig } from './decision-config.js';
export { type MeanMetricSpec, defineMeanMetric } from './define-mean-metric.js';
export {
  type MetricTensors,
  type MetricBatch,
  type MetricSpec,
  type WithMetricConfig,
  type CompleteMetric,
  type MetricFactory,
  defineMetric,
} from './define-metric.js';
export { type ValueMetric } from './define-value-metric.js';
export { type FBetaScoreConfig, fBetaScore } from './f-beta-score.js';
export { type F1ScoreConfig, f1Score } from './f1-score.js';
export { falseNegatives } from './false-negatives.js';
export { falsePositives } from './false-positives.js';
export { hinge } from './hinge.js';
export { type IouConfig, iou } from './iou.js';
export { klDivergence } from './kl-divergence.js';
export { logCoshError } from './log-cosh-error.js';
export { meanAbsoluteError } from './mean-absolute-error.js';
export { meanAbsolutePercentageError } from './mean-absolute-percentage-error.js';
export { type MeanIouConfig, meanIou } from './mean-iou.js';
export { meanSquaredError } from './mean-squared-error.js';
export { meanSquaredLogarithmicError } from './mean-squared-logarithmic-error.js';
export { mean } from './mean.js';
export { type MetricConfig } from './metric-config.js';
export { type OneHotIouConfig, oneHotIou } from './one-hot-iou.js';
export { type OneHotMeanIouConfig, oneHotMeanIou } from './one-hot-mean-iou.js';
export { type OverlapConfig } from './overlap-config.js';
export { type CorrelationConfig, pearsonCorrelation } from './pearson-correlation.js';
export { poisson } from './poisson.js';
export { type PrecisionAtRecallConfig, precisionAtRecall } from './precision-at-recall.js';
export { precision } from './precision.js';
export { type R2ScoreConfig, r2Score } from './r2-score.js';
export { type RateAtConfig } from './rate-at-config.js';
export { type RecallAtPrecisionConfig, recallAtPrecision } from './recall-at-precision.js';
export { recall } from './recall.js';
export { rootMeanSquaredError } from './root-mean-squared-error.js';
export {
  type SensitivityAtSpecificityConfig,
  sensitivityAtSpecificity,
} from './sensitivity-at-specificity.js';
export { sparseCategoricalAccuracy } from './sparse-categorical-accuracy.js';
export {
  type SparseCategoricalCrossentropyConfig,
  sparseCategoricalCrossentropy,
} from './sparse-categorical-crossentropy.js';
export { type SparseTopKConfig, sparseTopKCategoricalAccuracy } from './sparse-top-k-categorical-accuracy.js';
export {
  type SpecificityAtSensitivityConfig,
  specificityAtSensitivity,
} from './specificity-at-sensitivity.js';
export { squaredHinge } from './squared-hinge.js';
export { sum } from './sum.js';
export { type TopKConfig, topKCategoricalAccuracy } from './top-k-categorical-accuracy.js';
export { trueNegatives } from './true-negatives.js';
export { truePositives } from './true-positives.js';
