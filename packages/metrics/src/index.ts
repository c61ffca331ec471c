// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

export { accuracy } from './accuracy.js';
export { type BinaryAccuracyConfig, binaryAccuracy } from './binary-accuracy.js';
export { categoricalAccuracy } from './categorical-accuracy.js';
export { type MeanMetricSpec, defineMeanMetric } from './define-mean-metric.js';
export {
  type MetricTensors,
  type MetricBatch,
  type MetricSpec,
  type MetricFactory,
  defineMetric,
  maskedWeight,
} from './define-metric.js';
export { type MetricConfig } from './metric-config.js';
export { sparseCategoricalAccuracy } from './sparse-categorical-accuracy.js';
