import { ArgumentError, ShapeError, formatShape } from '@myelin/core';
import { divideNoNan, mean, multiply, sigmoid, sum, tensor } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type CompleteMetric, type MetricFactory, defineMetric } from './define-metric.js';
import { areaUnder } from './internal/area-under.js';
import { type ConfusionName, addToConfusion, confusionShapes } from './internal/confusion.js';
import { type Thresholds, areEven, checkThresholds, evenThresholds } from './internal/thresholds.js';

/** What an {@link auc} plots against what. */
export type AucCurve = 'ROC' | 'PR' | 'PRGAIN';

/** How an {@link auc} takes the area between two thresholds. */
export type AucSummation = 'interpolation' | 'majoring' | 'minoring';

/** Options of {@link auc}. */
export interface AucConfig {
  /** How many thresholds from 0 to 1 are tried. @defaultValue 200 */
  numThresholds?: number;
  /**
   * `'ROC'` is recall against the rate of false positives, `'PR'` precision against recall, `'PRGAIN'` their gains over
   * predicting everything. @defaultValue 'ROC'
   */
  curve?: AucCurve | 'roc' | 'pr' | 'prgain';
  /** Between two thresholds: the mean of both heights, the higher, or the lower one. @defaultValue 'interpolation' */
  summationMethod?: AucSummation;
  /** Thresholds from 0 to 1 besides both ends, instead of `numThresholds`. @defaultValue null */
  thresholds?: readonly number[] | null;
  /** Whether each column is a label with an area of its own, and the figure is their mean. @defaultValue false */
  multiLabel?: boolean;
  /** How many labels there are, so that there is a figure before the first batch. @defaultValue null */
  numLabels?: number | null;
  /** Weights of the labels in the mean; of the columns, where all are counted together. @defaultValue null */
  labelWeights?: readonly number[] | null;
  /** Whether predictions are logits instead of probabilities. @defaultValue false */
  fromLogits?: boolean;
}

type Config = CompleteMetric<AucConfig>;

/**
 * The area under a curve over all thresholds: how well predictions separate positives from negatives, whichever
 * threshold is chosen later. Under `'ROC'` it is the probability that a positive is predicted more strongly than a
 * negative: 1 is perfect, ½ chance.
 *
 * Predictions are probabilities. With `multiLabel` they are `[batch, labels]`, otherwise of any shape. Files of Keras
 * with `labelWeights` are read, though Keras cannot read them itself.
 *
 * @example
 * ```ts
 * const metric = auc({ numThresholds: 3 });
 * metric.update(tensor([0, 0, 1, 1]), tensor([0, 0.5, 0.3, 0.9]));
 * metric.result(); // 0.75
 * ```
 * @throws ArgumentError for options that make no sense.
 * @throws ShapeError for predictions that are not `[batch, labels]`, with `multiLabel`.
 * @see Keras `keras.metrics.AUC`; Davis and Goadrich, "The relationship between precision-recall and ROC curves", 2006,
 *   for the interpolation under `'PR'`; Flach and Kull, "Precision-recall-gain curves", 2015, for `'PRGAIN'`.
 * @id auc
 */
export const auc: MetricFactory<AucConfig> = /* @__PURE__ */ defineMetric<AucConfig, ConfusionName>({
  className: 'AUC',
  defaults: {
    numThresholds: 200,
    curve: 'ROC',
    summationMethod: 'interpolation',
    thresholds: null,
    multiLabel: false,
    numLabels: null,
    labelWeights: null,
    fromLogits: false,
  },
  omitted: { thresholds: null },
  floats: ['thresholds', 'labelWeights'],
  normalize(config) {
    const { curve, summationMethod, thresholds, numThresholds } = config;
    const sorted = thresholds === null ? null : [...thresholds].sort((a, b) => a - b);
    return {
      ...config,
      curve: curve.toUpperCase() as AucCurve,
      summationMethod: summationMethod.toLowerCase() as AucSummation,
      thresholds: sorted,
      numThresholds: sorted === null ? numThresholds : sorted.length + 2,
    };
  },
  check,
  state(config, predictions) {
    if (!config.multiLabel) return confusionShapes([config.numThresholds]);
    const labels = predictions === null ? config.numLabels : labelsOf(predictions);
    return labels === null ? null : confusionShapes([config.numThresholds, labels]);
  },
  update(state, { yTrue, yPred, sampleWeight }, { fromLogits, multiLabel, labelWeights, ...config }) {
    const batch = { yTrue, yPred: fromLogits ? sigmoid(yPred) : yPred, sampleWeight };
    return addToConfusion(state, batch, {
      thresholds: thresholdsOf(config),
      byColumn: multiLabel,
      columnWeights: multiLabel ? null : labelWeights,
    });
  },
  result(state, config) {
    const areas = areaUnder(state, config.curve as AucCurve, config.summationMethod);
    if (!config.multiLabel) return areas;
    return config.labelWeights === null ? mean(areas) : weightedMean(areas, tensor(config.labelWeights));
  },
});

/** Those that were given, or equal parts, and a little beyond both ends, so that 0 is counted and 1 is never above. */
function thresholdsOf({
  thresholds,
  numThresholds,
}: Pick<Config, 'thresholds' | 'numThresholds'>): Thresholds {
  const { values } = thresholds === null ? evenThresholds(numThresholds) : { values: [0, ...thresholds, 1] };
  return { values: [-1e-7, ...values.slice(1, -1), 1 + 1e-7], even: thresholds === null || areEven(values) };
}

function labelsOf(predictions: readonly number[]): number {
  if (predictions.length === 2) return predictions[1] as number;
  throw new ShapeError({
    who: 'AUC',
    expected: 'predictions [batch, labels], with multiLabel',
    got: formatShape(predictions),
  });
}

function weightedMean(areas: Tensor, weights: Tensor): Tensor {
  return divideNoNan(sum(multiply(areas, weights)), sum(weights));
}

function check({ curve, summationMethod, numThresholds, thresholds, multiLabel, numLabels }: Config): void {
  const refuse = (expected: string, got: unknown): never => {
    throw new ArgumentError({ who: 'AUC', expected, got: String(got) });
  };
  if (!['ROC', 'PR', 'PRGAIN'].includes(curve)) refuse('a curve of ROC, PR, PRGAIN', curve);
  if (!['interpolation', 'majoring', 'minoring'].includes(summationMethod)) {
    refuse('a summationMethod of interpolation, majoring, minoring', summationMethod);
  }
  if (!(numThresholds > 1)) refuse('numThresholds above 1', numThresholds);
  checkThresholds('AUC', thresholds);
  if (!multiLabel && numLabels !== null) refuse('numLabels with multiLabel alone', numLabels);
}
