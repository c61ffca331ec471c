import {
  type AnyLayer,
  type ArrayLike,
  ArgumentError,
  type Metric,
  NdArray,
  type RandomState,
  type Shape,
  StateError,
  type Step,
  currentRuntime,
  ensureRuntime,
  nextSeed,
  shapeSize,
} from '@myelin/core';
import type { Logs, Model, ModelInput } from '../model.js';
import type { CompileOptions, MetricLike } from './compile-options.js';
import {
  type Batch,
  type DataSet,
  type DataSource,
  arraySource,
  checkLengths,
  isDataSet,
  iterableSource,
} from './data-source.js';
import { makePause } from './pause.js';
import { type Demands, inputShapesOf, prepareInputs, prepareLabels } from './prepare.js';
import { type Programs, makePrograms } from './programs.js';
import { checkMetric, resolveLoss, resolveMetric, resolveOptimizer } from './resolve.js';
import {
  type Compiled,
  logNames,
  lossTracker,
  predictStep,
  resetFigures,
  testStep,
  trainStep,
} from './steps.js';

/** What is told after each batch: a function that reads the figures so far. */
type AfterBatch = (batch: number, read: () => Promise<Logs>) => Promise<boolean> | boolean;

/** Runs the steps of one model; `fit`, `evaluate` and `predict` stand on it. */
export interface Trainer {
  readonly compiled: CompileOptions | undefined;
  readonly optimizer: Compiled['optimizer'] | undefined;
  compile(options: CompileOptions): void;
  /** Turns what the user gave into batches; builds the model and its figures from the first of them. */
  source(who: string, data: ModelInput | DataSet, rest: SourceOptions): Promise<DataSource>;
  /** Goes through the batches once; returns the figures. */
  runEpoch(
    kind: 'train' | 'test',
    source: DataSource,
    shuffle: RandomState | null,
    after: AfterBatch,
  ): Promise<Logs>;
  /** One array for each output. */
  predict(x: ModelInput, batchSize: number, signal: AbortSignal | undefined): Promise<NdArray[]>;
  readonly programs: Programs;
}

interface SourceOptions {
  readonly y?: ArrayLike | undefined;
  readonly sampleWeight?: ArrayLike | undefined;
  readonly classWeight?: Readonly<Record<number, number>> | undefined;
  readonly batchSize: number;
}

export function makeTrainer(model: AnyLayer & Pick<Model, 'build' | 'computeOutputShape'>): Trainer {
  const programs = makePrograms();
  let options: CompileOptions | undefined;
  let optimizer: Compiled['optimizer'] | undefined;
  let loss: Compiled['loss'];
  let compiled: Compiled | undefined;

  /** Shapes are asked for when they are needed: the first batch may build the model, and predictions need no output. */
  const demand = (who: string): Demands => {
    let output: Shape | undefined;
    return {
      who,
      loss,
      get inputs() {
        return inputShapesOf(model);
      },
      get output() {
        return (output ??= outputShape());
      },
    };
  };

  /** Of a model with one output that is built. */
  const outputShape = (): Shape | undefined => {
    if (!model.built) return undefined;
    const shape: unknown = model.computeOutputShape(model.inputShape as never);
    return isFlat(shape) ? shape : undefined;
  };

  /** Builds what depends on shapes: weights and metrics. */
  const settle = (batch: Batch, who: string): Compiled => {
    if (options === undefined || optimizer === undefined) throw notCompiled(who);
    if (!model.built) buildFor(model, batch.x);
    if (compiled !== undefined) return compiled;
    const output = outputShape() ?? [];
    const labels = batch.y?.shape ?? [];
    const { metrics = [], weightedMetrics = [] } = options;
    const resolve = (given: MetricLike, name?: string): Metric => resolveMetric(given, labels, output, name);
    if (!optimizer.built) optimizer.build(model.trainableWeights);
    compiled = {
      model,
      optimizer,
      loss,
      metrics: metrics.map((metric) => resolve(metric)),
      weightedMetrics: weightedMetrics.map((metric) =>
        typeof metric === 'string' && metrics.includes(metric)
          ? resolve(metric, `weighted_${metric}`)
          : resolve(metric),
      ),
      ...lossTracker(),
    };
    return compiled;
  };

  const prepare = (
    x: ModelInput,
    { y, sampleWeight, classWeight }: Omit<SourceOptions, 'batchSize'>,
    demands: Demands,
  ): Batch => {
    const { who } = demands;
    const inputs = prepareInputs(x, demands);
    if (!model.built) buildFor(model, inputs);
    if (y === undefined) throw new ArgumentError({ who, expected: 'labels `y`', got: 'none' });
    const labels = prepareLabels(y, demands);
    const weights = combineWeights(labels, sampleWeight, classWeight, who);
    checkLengths(who, { x: inputs[0] ?? null, y: labels, sampleWeight: weights });
    return { x: inputs, y: labels, sampleWeight: weights };
  };

  const run = async (
    step: Step,
    batch: Batch,
  ): Promise<{ read: () => Promise<NdArray[]>; dispose: () => void }> => {
    const arrays = [...batch.x, batch.y, batch.sampleWeight].filter((array) => array !== null);
    const program = await programs.get(currentRuntime(), step, arrays);
    return program.run(arrays);
  };

  return {
    programs,
    get compiled() {
      return options;
    },
    get optimizer() {
      return optimizer;
    },

    compile(given) {
      given.metrics?.forEach(checkMetric);
      given.weightedMetrics?.forEach(checkMetric);
      const newLoss = given.loss === undefined ? undefined : resolveLoss(given.loss);
      optimizer = resolveOptimizer(given.optimizer ?? 'rmsprop');
      loss = newLoss;
      options = given;
      compiled = undefined;
      programs.clear();
    },

    async source(who, data, { batchSize, ...rest }) {
      checkBatchSize(who, batchSize);
      if (options === undefined) throw notCompiled(who);
      await ensureRuntime();
      const demands = demand(who);
      if (isDataSet(data)) {
        return iterableSource(data, (batch) => prepare(batch.x, { ...rest, ...batch }, demands));
      }
      return arraySource(prepare(data, rest, demands), batchSize);
    },

    async runEpoch(kind, source, shuffle, after) {
      const pause = makePause();
      let batches = 0;
      let last: (() => Promise<Logs>) | undefined;
      let pending: (() => void) | undefined;
      try {
        for await (const batch of source.batches(shuffle)) {
          pending?.();
          const figures = settle(batch, kind === 'train' ? 'fit' : 'evaluate');
          if (batches === 0) resetFigures(figures);
          const step = (kind === 'train' ? trainStep : testStep)(figures, batch.x.length);
          const outputs = await run(step, batch);
          let values: Promise<Logs> | undefined;
          pending = () => {
            if (values === undefined) outputs.dispose();
          };
          last = () => (values ??= outputs.read().then(([vector]) => toLogs(logNames(figures), vector)));
          batches++;
          const goOn = await after(batches - 1, last);
          await pause();
          if (!goOn) break;
        }
      } catch (error) {
        pending?.();
        throw error;
      }
      if (last === undefined)
        throw new ArgumentError({ who: kind, expected: 'at least one batch', got: 'empty data' });
      return last();
    },

    async predict(x, batchSize, signal) {
      checkBatchSize('predict', batchSize);
      await ensureRuntime();
      const inputs = prepareInputs(x, demand('predict'));
      if (!model.built) buildFor(model, inputs);
      checkLengths('predict', Object.fromEntries(inputs.map((input, i) => [`x[${i}]`, input])));
      const pause = makePause();
      const parts: NdArray[][] = [];
      for (const batch of arraySource({ x: inputs, y: null, sampleWeight: null }, batchSize).batches(
        null,
      ) as Iterable<Batch>) {
        signal?.throwIfAborted();
        const outputs = await run(predictStep(model), batch);
        parts.push(await outputs.read());
        await pause();
      }
      return (parts[0] ?? []).map((_, i) => concatRows(parts.map((part) => part[i] as NdArray)));
    },
  };
}

function checkBatchSize(who: string, batchSize: number): void {
  if (Number.isSafeInteger(batchSize) && batchSize > 0) return;
  throw new ArgumentError({
    who,
    expected: '`batchSize` to be a positive whole number',
    got: String(batchSize),
  });
}

function notCompiled(who: string): StateError {
  return new StateError({
    who,
    expected: 'a compiled model',
    got: 'one that was not',
    hint: 'Call `compile` first.',
  });
}

function buildFor(model: AnyLayer & Pick<Model, 'build'>, inputs: readonly NdArray[]): void {
  const shapes = inputs.map((input) => [null, ...input.shape.slice(1)]);
  model.build((shapes.length === 1 ? shapes[0] : shapes) as never);
}

function isFlat(shape: unknown): shape is Shape {
  return Array.isArray(shape) && !shape.some((axis) => Array.isArray(axis));
}

function toLogs(names: readonly string[], vector: NdArray | undefined): Logs {
  const pairs = names.map((name, i): [string, number] => [name, Number(vector?.data[i])]);
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function combineWeights(
  labels: NdArray,
  sampleWeight: ArrayLike | undefined,
  classWeight: Readonly<Record<number, number>> | undefined,
  who: string,
): NdArray | null {
  const given = sampleWeight === undefined ? null : NdArray.from(sampleWeight).cast('float32');
  if (classWeight === undefined) return given;
  if (given !== null) {
    throw new ArgumentError({ who, expected: '`classWeight` or `sampleWeight`, not both', got: 'both' });
  }
  const classes = labels.shape.at(-1) ?? 1;
  const oneHot = labels.rank > 1 && classes > 1;
  const examples = labels.shape[0] ?? 0;
  const weights = Float32Array.from({ length: examples }, (_, i) => {
    const row = labels.rows(i, i + 1).data as Float32Array;
    const label = oneHot ? row.indexOf(Math.max(...row)) : Math.round(row[0] ?? 0);
    return classWeight[label] ?? 1;
  });
  return new NdArray(weights);
}

function concatRows(parts: readonly NdArray[]): NdArray {
  const rows = parts.reduce((sum, part) => sum + (part.shape[0] ?? 0), 0);
  const rest = parts[0]?.shape.slice(1) ?? [];
  const joined = new Float32Array(rows * shapeSize(rest));
  let offset = 0;
  for (const part of parts) {
    joined.set(part.data as Float32Array, offset);
    offset += part.size;
  }
  return new NdArray(joined, [rows, ...rest]);
}

/** A stream of random numbers for the order of one epoch. */
export function epochOrder(shuffle: boolean): RandomState | null {
  return shuffle ? { seed: nextSeed(), offset: 0 } : null;
}
