import { add } from '@myelin/ops';
import type { CountConfig } from '../count-config.js';
import { type MetricFactory, defineMetric } from '../define-metric.js';
import { perThreshold } from './confusion.js';
import { decide } from './decisions.js';
import { checkThresholds, thresholdsOf } from './thresholds.js';

interface CountSpec {
  readonly className: string;
  /** Which of the values count: whether they are predicted, and whether they are true. */
  readonly predicted: boolean;
  readonly actual: boolean;
}

/** Defines a metric that counts what is decided in one way, weighted if there are weights. */
export function defineCount({ className, predicted, actual }: CountSpec): MetricFactory<CountConfig> {
  return defineMetric<CountConfig, 'accumulator'>({
    className,
    defaults: { thresholds: null },
    floats: ['thresholds'],
    check({ thresholds }) {
      checkThresholds(className, thresholds);
    },
    state: ({ thresholds }) => ({ accumulator: [thresholdsOf(thresholds).values.length] }),
    update({ accumulator }, batch, { thresholds }) {
      const decisions = decide(batch, { thresholds: thresholdsOf(thresholds) });
      return { accumulator: add(accumulator, decisions(predicted, actual)) };
    },
    result: ({ accumulator }) => perThreshold(accumulator),
  });
}
