import {
  type Metric,
  type ObjectFactory,
  type Serializable,
  type WeightedOptions,
  defineConstants,
  defineObject,
} from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { MetricSpec, MetricTensors } from './define-metric.js';
import { gather } from './internal/gather.js';
import type { MetricConfig } from './metric-config.js';

/** A figure of values as they come, such as the losses of a training loop. */
export interface ValueMetric extends Omit<Metric, 'update'> {
  /** Takes values into account: of one example each, or `[batch, ...]`. */
  update(values: Tensor, options?: WeightedOptions): void;
}

/**
 * Defines the metrics of one class that gather values instead of comparing predictions with targets.
 *
 * @internal
 */
export interface ValueMetricSpec<S extends string> {
  readonly className: string;
  readonly id: string;
  /** What is gathered: scalars, in Keras' order. */
  readonly state: readonly S[];
  update(state: MetricTensors<S>, values: Tensor, sampleWeight: Tensor | null): MetricTensors<S>;
  result(state: MetricTensors<S>): Tensor;
}

/** @internal */
export function defineValueMetric<S extends string>(
  spec: ValueMetricSpec<S>,
): ObjectFactory<MetricConfig, Omit<ValueMetric, keyof Serializable>> {
  const { className, id } = spec;
  const shapes = Object.fromEntries(spec.state.map((name) => [name, []])) as unknown as Record<S, number[]>;
  const gathering: MetricSpec<object, S> = {
    className,
    defaults: {},
    takesMask: true,
    state: () => shapes,
    update: (state, { yPred, sampleWeight }) => spec.update(state, yPred, sampleWeight),
    result: (state) => spec.result(state),
  };
  return defineObject<MetricConfig, Omit<ValueMetric, keyof Serializable>>(
    { className, module: 'keras.metrics', defaults: { name: id, dtype: 'float32' } },
    (config) => {
      const metric = gather(gathering, config);
      const update = (values: Tensor, options?: WeightedOptions): void => {
        inner(values, values, options);
      };
      const inner = metric.update.bind(metric);
      return defineConstants(metric as object, { update }) as Omit<ValueMetric, keyof Serializable>;
    },
  );
}
