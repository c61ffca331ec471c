import {
  type Complete,
  type ConfigSpec,
  type Defaults,
  type Metric,
  type ObjectFactory,
  type Serializable,
  autoName,
  defineConstants,
  defineObject,
  snakeCaseClass,
} from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { gather } from './internal/gather.js';
import type { MetricConfig } from './metric-config.js';

/** The tensors that a metric gathers, by name. */
export type MetricTensors<S extends string> = Readonly<Record<S, Tensor>>;

/** What one batch brings; weights have a mask, if there is one, in them. */
export interface MetricBatch {
  readonly yTrue: Tensor;
  readonly yPred: Tensor;
  readonly sampleWeight: Tensor | null;
}

/** Defines the metrics of one class: their options `C`, and `S`, the names of what they gather. */
export interface MetricSpec<C, S extends string> extends ConfigSpec {
  /** The default name: Keras' id. @defaultValue the class in snake case, numbered in the process */
  readonly id?: string;
  /** @defaultValue 'keras.metrics' */
  readonly module?: string | null;
  readonly registeredName?: string | null;
  readonly defaults: NoInfer<Defaults<C, Omit<MetricConfig, keyof C>>>;
  /** Names of the options without default. */
  readonly required?: readonly (keyof C & string)[];
  /**
   * Whether values that are masked are left out; Keras does so in means of a value of each example alone.
   * @defaultValue false
   */
  readonly takesMask?: boolean;
  /** @throws ArgumentError for options that make no sense. */
  check?(config: CompleteMetric<C>): void;
  /** Writes options as Keras keeps them. */
  normalize?(config: CompleteMetric<C>): CompleteMetric<C>;
  /** Shapes of what is gathered, in Keras' order; null as long as they follow from predictions not seen yet. */
  state(
    config: CompleteMetric<C>,
    predictions: readonly number[] | null,
  ): Readonly<Record<S, readonly number[]>> | null;
  /** What is gathered, with one batch more. */
  update(state: MetricTensors<S>, batch: MetricBatch, config: CompleteMetric<C>): MetricTensors<S>;
  /** The figure. */
  result(state: MetricTensors<S>, config: CompleteMetric<C>): Tensor;
}

/** The options `C` of a metric, and those that every one has. */
export type WithMetricConfig<C> = C & Omit<MetricConfig, keyof C>;

/** All options of a metric, with every default filled in. */
export type CompleteMetric<C> = Complete<WithMetricConfig<C>>;

/** Makes metrics of one class. */
export type MetricFactory<C> = ObjectFactory<WithMetricConfig<C>, Metric>;

/**
 * Defines a metric by what it gathers over batches, and by its figure; all are zeros before the first batch.
 *
 * @example
 * ```ts
 * const largestError = defineMetric<object, 'error'>({
 *   className: 'LargestError', id: 'largest_error', module: null, registeredName: 'my>LargestError', defaults: {},
 *   state: () => ({ error: [] }),
 *   update: ({ error }, { yTrue, yPred }) => ({ error: maximum(error, max(absolute(subtract(yPred, yTrue)))) }),
 *   result: ({ error }) => error,
 * });
 * largestError().name; // 'largest_error'
 * ```
 * @see Keras `keras.metrics.Metric`
 */
export function defineMetric<C extends object, S extends string>(spec: MetricSpec<C, S>): MetricFactory<C> {
  const { className, id, module = 'keras.metrics' } = spec;
  const name = id ?? snakeCaseClass(className);
  const defaults = { name, dtype: 'float32', ...spec.defaults } as never;
  const factory = defineObject<WithMetricConfig<C>, Omit<Metric, keyof Serializable>>(
    { ...spec, module, defaults },
    (config) => gather(spec, config),
  );
  return id === undefined ? withAutoName(factory, className) : factory;
}

function withAutoName<C extends MetricConfig, T extends object>(
  factory: ObjectFactory<C, T>,
  className: string,
): ObjectFactory<C, T> {
  const { module, registeredName } = factory;
  const make = factory as (config: C) => T;
  const named = (config?: C): T => make({ ...(config as C), name: config?.name ?? autoName(className) });
  const fromConfig: typeof factory.fromConfig = (wire, context) => factory.fromConfig(wire, context);
  return defineConstants(named, { className, module, registeredName, fromConfig }) as ObjectFactory<C, T>;
}
