// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

export { accuracy } from './accuracy.js';
export { type BinaryAccuracyConfig, binaryAccuracy } from './binary-accuracy.js';
export { type BinaryCrossentropyConfig, binaryCrossentropy } from './binary-crossentropy.js';
export { categoricalAccuracy } from './categorical-accuracy.js';
export { type CategoricalCrossentropyConfig, categoricalCrossentropy } from './categorical-crossentropy.js';
export { categoricalHinge } from './categorical-hinge.js';
export { type CosineSimilarityConfig, cosineSimilarity } from './cosine-similarity.js';
export { type DecisionConfig } from './decision-config.js';
export { type MeanMetricSpec, defineMeanMetric } from './define-mean-metric.js';
export {
  type MetricTensors,
  type MetricBatch,
  type MetricSpec,
  type MetricFactory,
  defineMetric,
} from './define-metric.js';
export { type ValueMetric } from './define-value-metric.js';
export { hinge } from './hinge.js';
export { klDivergence } from './kl-divergence.js';
export { logCoshError } from './log-cosh-error.js';
export { meanAbsoluteError } from './mean-absolute-error.js';
export { meanAbsolutePercentageError } from './mean-absolute-percentage-error.js';
export { meanSquaredError } from './mean-squared-error.js';
export { meanSquaredLogarithmicError } from './mean-squared-logarithmic-error.js';
export { mean } from './mean.js';
export { type MetricConfig } from './metric-config.js';
export { poisson } from './poisson.js';
export { precision } from './precision.js';
export { type R2ScoreConfig, r2Score } from './r2-score.js';
export { recall } from './recall.js';
export { rootMeanSquaredError } from './root-mean-squared-error.js';
export { sparseCategoricalAccuracy } from './sparse-categorical-accuracy.js';
export {
  type SparseCategoricalCrossentropyConfig,
  sparseCategoricalCrossentropy,
} from './sparse-categorical-crossentropy.js';
export { sparseTopKCategoricalAccuracy } from './sparse-top-k-categorical-accuracy.js';
export { squaredHinge } from './squared-hinge.js';
export { sum } from './sum.js';
export { type TopKConfig, topKCategoricalAccuracy } from './top-k-categorical-accuracy.js';
