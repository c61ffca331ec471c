import { type MetricFactory, defineMetric } from '@myelin/metrics';
import { add, argmax, cast, divideNoNan, mean, multiply, oneHot, reshape, sum } from '@myelin/ops';

/** Options of {@link balancedAccuracy}. */
export interface BalancedAccuracyConfig {
  readonly classes: number;
}

/**
 * The mean over the classes of the share of their examples that is found: `Σ (found / examples) / classes`.
 *
 * Where one class is rare, who always says the other one has a good accuracy; here that gives `1 / classes`.
 *
 * Targets are class numbers `[batch]` or `[batch, 1]`, predictions `[batch, classes]`.
 *
 * @example
 * ```ts
 * const metric = balancedAccuracy({ classes: 2 });
 * metric.update(tensor([0, 0, 0, 1]), tensor([[0.9, 0.1], [0.8, 0.2], [0.7, 0.3], [0.6, 0.4]]));
 * metric.result(); // 0.5
 * ```
 */
export const balancedAccuracy: MetricFactory<BalancedAccuracyConfig> = /* @__PURE__ */ defineMetric<
  BalancedAccuracyConfig,
  'found' | 'examples'
>({
  className: 'BalancedAccuracy',
  id: 'balanced_accuracy',
  module: null,
  registeredName: 'course>BalancedAccuracy',
  defaults: {},
  required: ['classes'],
  state: ({ classes }) => ({ found: [classes], examples: [classes] }),
  update({ found, examples }, { yTrue, yPred, sampleWeight }, { classes }) {
    const labels = reshape(cast(yTrue, { dtype: 'int32' }), { newshape: [-1] });
    const ofClass = oneHot(labels, { numClasses: classes });
    const weighted =
      sampleWeight === null ? ofClass : multiply(ofClass, reshape(sampleWeight, { newshape: [-1, 1] }));
    const said = oneHot(argmax(yPred, { axis: -1 }), { numClasses: classes });
    return {
      found: add(found, sum(multiply(weighted, said), { axis: 0 })),
      examples: add(examples, sum(weighted, { axis: 0 })),
    };
  },
  result: ({ found, examples }) => mean(divideNoNan(found, examples)),
});
