import { ArgumentError, type Loss, type Tree, isDictionary, isSerializable } from '@myelin/core';
import { distribute } from '../distribute.js';
import type { Ports } from '../ports.js';
import type { LossLike, MetricLike, Objectives } from './compile-options.js';
import type { MetricMaker, Resolver } from './resolver.js';

/** What one output is to reach, and what is reported of it. */
export interface Objective {
  readonly loss: Loss | null;
  readonly lossWeight: number | null;
  readonly metrics: readonly MetricMaker[];
  readonly weightedMetrics: readonly MetricMaker[];
}

/** Losses and metrics as `compile` was given them, ids resolved. */
export interface ResolvedObjectives {
  readonly loss: Tree<Loss | null>;
  readonly lossWeights: Tree<number | null>;
  readonly metrics: Tree<MetricMaker | null>;
  readonly weightedMetrics: Tree<MetricMaker | null>;
}

/** @throws UnknownIdError for an id that nobody knows. */
export function resolveObjectives(
  { loss, lossWeights, metrics, weightedMetrics }: Objectives<LossLike, MetricLike>,
  resolver: Resolver,
): ResolvedObjectives {
  const resolveMetrics = (given: Tree<MetricLike | null> | undefined): Tree<MetricMaker | null> =>
    resolveLeaves(given, (unit: MetricLike) => resolver.metric(unit));
  return {
    loss: resolveLeaves(loss, (unit: LossLike) => resolver.loss(unit)),
    lossWeights: lossWeights ?? null,
    metrics: resolveMetrics(metrics),
    weightedMetrics: resolveMetrics(weightedMetrics),
  };
}

/** Replaces units, which may be plain objects, but no dictionaries of the user. */
function resolveLeaves<T, U>(given: Tree<T | null> | undefined, resolve: (unit: T) => U): Tree<U | null> {
  if (given === undefined || given === null) return null;
  if (Array.isArray(given)) return given.map((entry: Tree<T | null>) => resolveLeaves(entry, resolve));
  if (!isDictionary(given) || isSerializable(given)) return resolve(given as T);
  return Object.fromEntries(
    Object.entries(given).map(([key, entry]) => [key, resolveLeaves(entry, resolve)]),
  );
}

/** Hands losses, weights and metrics to the outputs. @throws ArgumentError when they do not fit. */
export function objectivesOf(resolved: ResolvedObjectives, ports: Ports): Objective[] {
  const losses = lossesOf(resolved.loss, ports);
  const weights = lossWeightsOf(resolved.lossWeights, losses, ports);
  const metrics = metricsOf('metrics', resolved.metrics, ports);
  const weightedMetrics = metricsOf('weightedMetrics', resolved.weightedMetrics, ports);
  return losses.map((loss, i) => ({
    loss,
    lossWeight: weights[i] ?? null,
    metrics: metrics[i] ?? [],
    weightedMetrics: weightedMetrics[i] ?? [],
  }));
}

function lossesOf(given: Tree<Loss | null>, ports: Ports): (Loss | null)[] {
  if (given === null || typeof given === 'function') return ports.labels.map(() => given);
  const what = '`loss`';
  const list = Array.isArray(given) && ports.labels.length === 1 && given.length === 1;
  const losses = distribute<unknown>(list ? given[0] : given, ports, { who: 'compile', what });
  return losses.map((loss, i) => {
    const label = ports.labels[i] ?? '';
    // Keras lets the dictionary of a dictionary model leave outputs out, and no other.
    if (loss === undefined && !isDictionary(ports.tree)) {
      throw new ArgumentError({
        who: 'compile',
        expected: `a loss for the output "${label}"`,
        got: `losses for ${Object.keys(given).join(', ')}`,
        hint: 'Give null for an output that is not learned.',
      });
    }
    if (loss === undefined || loss === null || typeof loss === 'function')
      return (loss ?? null) as Loss | null;
    throw new ArgumentError({
      who: 'compile',
      expected: `one loss for the output "${label}"`,
      got: 'several',
    });
  });
}

function lossWeightsOf(
  given: Tree<number | null>,
  losses: readonly (Loss | null)[],
  ports: Ports,
): (number | null)[] {
  if (given === null || typeof given === 'number') return losses.map(() => given);
  const list = Array.isArray(given) && losses.length === 1 && given.length === 1;
  const weights = distribute<unknown>(list ? given[0] : given, ports, {
    who: 'compile',
    what: '`lossWeights`',
  });
  return weights.map((weight, i) => {
    if (weight === null || losses[i] === null) return null;
    if (typeof weight === 'number') return weight;
    throw new ArgumentError({
      who: 'compile',
      expected: `a number in \`lossWeights\` for the output "${ports.labels[i] ?? ''}"`,
      got: weight === undefined ? 'none' : typeof weight,
    });
  });
}

function metricsOf(option: string, given: Tree<MetricMaker | null>, ports: Ports): MetricMaker[][] {
  const single = ports.labels.length === 1;
  if (given === null || (Array.isArray(given) && given.length === 0)) return ports.labels.map(() => []);
  if (single && !isDictionary(given)) return [unitsOf(given)];
  return distribute<Tree<MetricMaker | null>>(given, ports, {
    who: 'compile',
    what: `\`${option}\``,
  }).map((units) => unitsOf(units ?? null));
}

/** Every unit of a list, from left to right. */
function unitsOf(given: Tree<MetricMaker | null>): MetricMaker[] {
  if (given === null) return [];
  return typeof given === 'function' ? [given] : Object.values(given).flatMap((entry) => unitsOf(entry));
}
