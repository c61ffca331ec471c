import { ArgumentError } from '@myelin/core';
import { greaterEqual, max, where } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type MetricFactory, type MetricTensors, defineMetric } from '../define-metric.js';
import type { RateAtConfig } from '../rate-at-config.js';
import { type ConfusionName, addToConfusion, confusionShapes } from './confusion.js';
import { evenThresholds } from './thresholds.js';

type Rate = (state: MetricTensors<ConfusionName>) => Tensor;

interface RateAtSpec<Option extends string> {
  readonly className: string;
  /** The option that says how high the rate that is given has to be. */
  readonly option: Option;
  readonly given: Rate;
  readonly sought: Rate;
}

/** Defines a metric that seeks the best threshold for one rate, given another. */
export function defineRateAt<Option extends string>({
  className,
  option,
  given,
  sought,
}: RateAtSpec<Option>): MetricFactory<RateAtConfig & Record<Option, number>> {
  return defineMetric<RateAtConfig & Record<Option, number>, ConfusionName>({
    className,
    required: [option],
    floats: [option],
    defaults: { numThresholds: 200, classId: null } as never,
    check({ [option]: bound, numThresholds }) {
      if (!(bound >= 0 && bound <= 1)) {
        throw new ArgumentError({ who: className, expected: `${option} from 0 to 1`, got: String(bound) });
      }
      if (!(numThresholds > 0)) {
        throw new ArgumentError({
          who: className,
          expected: 'numThresholds above 0',
          got: String(numThresholds),
        });
      }
    },
    state: ({ numThresholds }) => confusionShapes([numThresholds]),
    update: (state, batch, { numThresholds, classId }) =>
      addToConfusion(state, batch, { thresholds: evenThresholds(numThresholds), classId }),
    result: (state, { [option]: bound }) => bestWhere(given(state), bound, sought(state)),
  });
}

/** The highest that one rate becomes where the other is at least `bound`, over all thresholds; 0 if it never is. */
function bestWhere(given: Tensor, bound: number, sought: Tensor): Tensor {
  return max(where(greaterEqual(given, bound), sought, 0));
}
