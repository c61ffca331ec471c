import { ArgumentError, type Metric, type Scope, formatShape } from '@myelin/core';
import { stack } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type Ports, isFlat } from '../ports.js';
import type { Compiled, CompiledOutput } from './compiled.js';
import { resetTracker, trackedMean } from './mean-tracker.js';

/** A figure that runs report. */
export interface Figure {
  readonly name: string;
  read(scope: Scope): Tensor;
}

/** The figures of a compiled model: the loss, the metrics, then, where there are several, the loss of each output. */
export function figuresOf(compiled: Pick<Compiled, 'total' | 'outputs'>, ports: Ports): Figure[] {
  return [
    { name: 'loss', read: (scope) => trackedMean(compiled.total, scope) },
    ...metricFigures(compiled.outputs, ports),
    ...compiled.outputs.flatMap(({ tracker }, i): Figure[] =>
      tracker === null
        ? []
        : [{ name: `${ports.labels[i] ?? ''}_loss`, read: (scope) => trackedMean(tracker, scope) }],
    ),
  ];
}

/**
 * Every figure so far, as one vector: one read brings them all to the host.
 *
 * @throws ArgumentError for a metric that is several numbers.
 */
export function readFigures(figures: readonly Figure[], scope: Scope): Tensor {
  return stack(
    figures.map((figure) => {
      const value = figure.read(scope);
      if (value.rank > 0) throw severalNumbers(figure.name, value);
      return value;
    }),
  );
}

function severalNumbers(name: string, { shape }: Tensor): ArgumentError {
  return new ArgumentError({
    who: name,
    expected: 'a metric of one number in `compile`',
    got: `the shape ${formatShape(shape)}`,
    hint: "Give one threshold, or say how classes are averaged, such as `average: 'macro'`; called by itself the metric returns them all.",
  });
}

/** Starts every figure anew. */
export function resetFigures({
  total,
  outputs,
  trackers,
}: Pick<Compiled, 'total' | 'outputs' | 'trackers'>): void {
  resetTracker(total);
  for (const tracker of trackers) tracker.reset();
  for (const { tracker, metrics, weightedMetrics } of outputs) {
    if (tracker !== null) resetTracker(tracker);
    for (const metric of [...metrics, ...weightedMetrics]) metric.reset();
  }
}

/**
 * Metrics under the names that Keras gives them: that of the output first where there are several; a weighted
 * metric whose name is taken is `weighted_`; what is still not alone is counted.
 *
 * @see Keras `keras.src.trainers.compile_utils.CompileMetrics.result`
 */
function metricFigures(outputs: readonly CompiledOutput[], ports: Ports): Figure[] {
  const prefixes = prefixesOf(ports);
  const uses = new Map<string, number>();
  const count = (name: string): string => {
    const index = uses.get(name) ?? 0;
    uses.set(name, index + 1);
    return index === 0 ? name : `${name}_${index}`;
  };
  const figure = (name: string, metric: Metric): Figure => ({ name, read: () => metric.result() });
  const plain = outputs.flatMap(({ metrics }, i) =>
    metrics.map((metric) => figure(count(`${prefixes[i] ?? ''}${metric.name}`), metric)),
  );
  const weighted = outputs.flatMap(({ weightedMetrics }, i) =>
    weightedMetrics.map((metric) => {
      const prefix = prefixes[i] ?? '';
      const name = `${prefix}${metric.name}`;
      return figure(count(uses.has(name) ? `${prefix}weighted_${metric.name}` : name), metric);
    }),
  );
  return [...plain, ...weighted];
}

/** Where lists or dictionaries are nested, Keras names metrics by layers, though losses by paths. */
function prefixesOf(ports: Ports): readonly string[] {
  if (ports.labels.length === 1) return [''];
  return (isFlat(ports) ? ports.labels : ports.layers).map((name) => `${name}_`);
}
