import { add } from '@myelin/ops';
import type { CountConfig } from '../count-config.js';
import { type MetricFactory, defineMetric } from '../define-metric.js';
import { type ConfusionName, decided, perThreshold } from './confusion.js';
import { decide } from './decisions.js';
import { checkThresholds, thresholdsOf } from './thresholds.js';

interface CountSpec {
  readonly className: string;
  /** Which of the values count. */
  readonly counts: ConfusionName;
}

/** Defines a metric that counts what is decided in one way, weighted if there are weights. */
export function defineCount({ className, counts }: CountSpec): MetricFactory<CountConfig> {
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
      return { accumulator: add(accumulator, decisions(...decided[counts])) };
    },
    result: ({ accumulator }) => perThreshold(accumulator),
  });
}
