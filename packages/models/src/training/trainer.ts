import {
  type AnyLayer,
  type NdArray,
  type Optimizer,
  type Outputs,
  type Program,
  type RandomState,
  StateError,
  type Step,
  type Variable,
  currentRuntime,
  ensureRuntime,
} from '@myelin/core';
import type { ExplainedStep } from '../explain.js';
import type { Logs, Model } from '../model.js';
import type { Ports } from '../ports.js';
import { type Batch, type BatchLayout, checkLengths, layoutOf, toArrays } from './batch.js';
import { checkCounts } from './check-options.js';
import type { CompileOptions } from './compile-options.js';
import { type Compiled, makeCompiled } from './compiled.js';
import { type AnyCustomSteps, customPredictStep, customStep, stepsIn } from './custom-steps.js';
import {
  type DataSet,
  type DataSource,
  type ModelInput,
  type ModelLabels,
  type UserBatch,
  arraySource,
  isDataSet,
  iterableSource,
} from './data-source.js';
import { resetFigures } from './figures.js';
import { type Objective, type ResolvedObjectives, objectivesOf, resolveObjectives } from './objectives.js';
import { type HostPart, type RunProgram, hostPartOf } from './host-part.js';
import { firstInputs, prepareInputs } from './prepare-inputs.js';
import { prepareFreeLabels, prepareLabels } from './prepare-labels.js';
import { type WeightsGiven, prepareWeights } from './prepare-weights.js';
import { makePrograms, signatureOf } from './programs.js';
import type { Resolver } from './resolver.js';
import { type Watcher, runEpoch } from './run-epoch.js';
import { type Ran, runEach, runMany } from './run-steps.js';
import { predictStep, testStep, trainStep } from './steps.js';
import { trackersWithin } from './trackers-within.js';
import type { WholeData } from './whole-data.js';

/** Where tensors enter and leave a model; undefined as long as it does not know. */
export interface ModelPorts {
  readonly inputs: Ports | undefined;
  readonly outputs: Ports | undefined;
}

/** Runs the steps of one model; `fit`, `evaluate` and `predict` stand on it. */
export interface Trainer {
  readonly compiled: TrainerOptions | undefined;
  /** Whether a step of the user makes the predictions. */
  readonly customPredictions: boolean;
  readonly optimizer: Optimizer | undefined;
  compile(options: TrainerOptions): void;
  /** Checks arrays, and brings them in the order of inputs and outputs; builds the model if need be. */
  prepare(who: string, given: UserBatch, weights: WeightsGiven): Promise<Batch>;
  /** Turns what the user gave into batches. */
  source(who: string, data: ModelInput | DataSet, rest: SourceOptions): Promise<DataSource>;
  /** Goes through the batches once; returns the figures. */
  runEpoch(kind: Kind, source: DataSource, shuffle: RandomState | null, watcher: Watcher): Promise<Logs>;
  /** The layers that run on the host ahead of each step. */
  readonly hostLayers: readonly AnyLayer[];
  /** Makes the steps for such a batch, if there is one, and tells of all that are ready. */
  explain(x: ModelInput | undefined, y: ModelLabels | undefined): Promise<readonly ExplainedStep[]>;
  /** Turns what the user gave into batches without labels. */
  predictSource(x: ModelInput | DataSet, batchSize: number): Promise<DataSource>;
  /** The outputs for one batch. */
  predictBatch(batch: Batch): Promise<NdArray[]>;
}

/** What `compile` takes, steps of the user included. */
export type TrainerOptions = CompileOptions & AnyCustomSteps;

type Kind = 'train' | 'test';

interface SourceOptions extends WeightsGiven {
  readonly y?: ModelLabels | undefined;
  readonly batchSize: number;
}

export function makeTrainer(
  model: AnyLayer & Pick<Model, 'build'>,
  ports: () => ModelPorts,
  resolver: Resolver,
  ownSteps: AnyCustomSteps = {},
): Trainer {
  const programs = makePrograms();
  let options: TrainerOptions | undefined;
  let steps: AnyCustomSteps = ownSteps;
  let optimizer: Optimizer | undefined;
  let resolved: ResolvedObjectives | undefined;
  let objectives: readonly Objective[] | undefined;
  let compiled: Compiled | undefined;

  /** What each output is to reach. */
  const settleObjectives = (outputs: Ports, who: string): readonly Objective[] => {
    if (resolved === undefined) throw notCompiled(who);
    return (objectives ??= objectivesOf(resolved, outputs));
  };

  /** Builds what depends on shapes: metrics and the optimizer. */
  const settle = (batch: Batch, who: string): Compiled => {
    if (optimizer === undefined) throw notCompiled(who);
    if (compiled !== undefined) return compiled;
    const { outputs } = builtPorts();
    // A step of the user may never use it, or use it for some weights.
    if (!optimizer.built && steps.trainStep === undefined) optimizer.build(model.trainableWeights);
    const parts = {
      ...stepped(),
      optimizer,
      trackers: [...trackersWithin(model), ...(steps.trackers ?? [])],
    };
    compiled = makeCompiled(parts, settleObjectives(outputs, who), outputs, batch);
    return compiled;
  };

  let found: { readonly outputs: Ports; readonly host: HostPart | undefined } | undefined;

  /** What of the model runs on the host; looked for once for each state of a growing model. */
  const hostPart = (): HostPart | undefined => {
    const { inputs, outputs } = ports();
    if (inputs === undefined || outputs === undefined) return undefined;
    if (found?.outputs !== outputs) found = { outputs, host: hostPartOf(model.name, inputs, outputs) };
    return found.host;
  };

  /** What steps compute: the model, or what of it comes after the host. */
  const stepped = (): Pick<Compiled, 'model' | 'inputs'> => {
    const rest = hostPart()?.rest;
    return rest ? { model: rest.base, inputs: rest.inputs } : { model, inputs: ports().inputs };
  };

  /** A batch as steps take it: its inputs have gone through what runs on the host. */
  const throughHost = async (batch: Batch): Promise<Batch> => {
    const host = hostPart();
    return host === undefined ? batch : { ...batch, x: await host.run(batch.x, runPart) };
  };

  const runPart: RunProgram = async ({ base, inputs }, arrays) => {
    const batch = { x: arrays, y: [], sampleWeight: [] };
    const outputs = await run(
      (layout) => ({ ...predictStep(base, inputs, layout), name: 'before the host' }),
      batch,
    );
    return outputs.read();
  };

  const builtPorts = (): { inputs: Ports | undefined; outputs: Ports } => {
    const { inputs, outputs } = ports();
    return { inputs, outputs: outputs as Ports };
  };

  let known: readonly Variable[] = [];

  /** Programs know the weights by heart: layers may have been given others since, to be adapted or quantized. */
  const forgetOldWeights = (): void => {
    const { weights } = model;
    if (weights.length === known.length && weights.every((weight, i) => weight === known[i])) return;
    programs.clear();
    known = weights;
  };

  const inputsOf = (x: ModelInput, who: string): (NdArray | null)[] => {
    const given = model.built ? x : buildFor(model, firstInputs(x, who));
    forgetOldWeights();
    return prepareInputs(given, ports().inputs, who, hostPart() !== undefined);
  };

  const prepare = (given: UserBatch, weights: WeightsGiven, who: string): Batch => {
    const x = inputsOf(given.x, who);
    const { inputs, outputs } = builtPorts();
    const judged = settleObjectives(outputs, who).map(({ loss, metrics, weightedMetrics }) => ({
      loss,
      needed: loss !== null || metrics.length > 0 || weightedMetrics.length > 0,
    }));
    const isCustom = steps.trainStep !== undefined || steps.testStep !== undefined;
    const isFree = isCustom && !judged.some(({ needed }) => needed);
    const y = isFree ? prepareFreeLabels(given.y, who) : prepareLabels(given.y, outputs, judged, who);
    const weighed = isFree ? y.slice(0, 1) : y;
    const batch = { x, y, sampleWeight: prepareWeights(weights, weighed, outputs, who) };
    checkLengths(batch, { inputs, outputs }, who);
    return batch;
  };

  const programOf = (makeStep: (layout: BatchLayout) => Step, batch: Batch): Promise<Program> => {
    const layout = layoutOf(batch);
    return programs.get(currentRuntime(), makeStep(layout), layout, signatureOf(toArrays(batch)));
  };

  const run = async (makeStep: (layout: BatchLayout) => Step, batch: Batch): Promise<Outputs> => {
    const program = await programOf(makeStep, batch);
    return program.run(toArrays(batch));
  };

  /** Many steps at once, where the runtime holds the data and has programs that can do that. */
  const runWhole = async (
    makeStep: (layout: BatchLayout) => Step,
    whole: WholeData,
    shuffle: RandomState | null,
    watcher: Watcher,
    names: readonly string[],
  ): Promise<AsyncIterable<Ran> | undefined> => {
    const runtime = currentRuntime();
    if (runtime.hold === undefined) return undefined;
    const layout = layoutOf(whole.data);
    const arrays = toArrays(whole.data);
    const programFor = (rows: number): Promise<Program> =>
      programs.get(runtime, makeStep(layout), layout, signatureOf(arrays, rows));
    const first = await programFor(Math.min(whole.batchSize, whole.size));
    if (first.runSteps === undefined) return undefined;
    const held = await whole.hold(runtime);
    if (held === undefined) return undefined;
    return runMany(
      whole,
      held,
      whole.order(shuffle),
      watcher,
      programFor as (rows: number) => Promise<Required<Program>>,
      names,
    );
  };

  const makeStep = (kind: Kind, settled: Compiled, layout: BatchLayout): Step => {
    const own = kind === 'train' ? steps.trainStep : steps.testStep;
    if (own !== undefined) return customStep(kind, own, settled, layout);
    return kind === 'train' ? trainStep(settled, layout) : testStep(settled, layout);
  };

  /** Of the figures: those of a step of the user are known once it has been run. */
  const namesOf = (kind: Kind, { logNames, figures }: Compiled): readonly string[] =>
    (kind === 'train' ? steps.trainStep : steps.testStep) === undefined
      ? figures.map(({ name }) => name)
      : logNames[kind];

  const makePredictStep = (layout: BatchLayout): Step => {
    const { model: computed, inputs } = stepped();
    return steps.predictStep === undefined
      ? predictStep(computed, inputs, layout)
      : customPredictStep(steps.predictStep, { model: computed, inputs }, layout);
  };

  return {
    get compiled() {
      return options;
    },
    get customPredictions() {
      return steps.predictStep !== undefined;
    },
    get optimizer() {
      return optimizer;
    },
    get hostLayers() {
      return hostPart()?.layers ?? [];
    },

    compile(given) {
      const newResolved = resolveObjectives(given, resolver);
      const { outputs } = ports();
      const newObjectives = outputs === undefined ? undefined : objectivesOf(newResolved, outputs);
      optimizer = resolver.optimizer(given.optimizer);
      [options, resolved, objectives, compiled] = [given, newResolved, newObjectives, undefined];
      steps = { ...ownSteps, ...stepsIn(given) };
      programs.jitCompile = given.jitCompile ?? 'auto';
      programs.clear();
    },

    async prepare(who, given, weights) {
      if (options === undefined) throw notCompiled(who);
      await ensureRuntime();
      return prepare(given, weights, who);
    },

    async source(who, data, { y, batchSize, ...weights }) {
      checkCounts(who, { batchSize });
      if (options === undefined) throw notCompiled(who);
      await ensureRuntime();
      if (isDataSet(data)) {
        return iterableSource(data, (batch) =>
          prepare(batch, { ...weights, sampleWeight: batch.sampleWeight }, who),
        );
      }
      return arraySource(prepare({ x: data, ...(y === undefined ? {} : { y }) }, weights, who), batchSize);
    },

    async runEpoch(kind, source, shuffle, watcher) {
      const who = kind === 'train' ? 'fit' : 'evaluate';
      const { whole } = source;
      if (kind === 'train') hostPart()?.checkTrainable(who);
      if (whole !== undefined && hostPart() === undefined) {
        const settled = settle(whole.data, who);
        resetFigures(settled);
        const stepOf = (layout: BatchLayout): Step => makeStep(kind, settled, layout);
        const names = namesOf(kind, settled);
        const runs = await runWhole(stepOf, whole, shuffle, watcher, names);
        if (runs !== undefined) return runEpoch(runs, watcher, who);
      }
      let begun = false;
      const runStep = async (given: Batch): Promise<Omit<Ran, 'steps'>> => {
        const batch = await throughHost(given);
        const settled = settle(batch, who);
        if (!begun) resetFigures(settled);
        begun = true;
        const outputs = await run((layout) => makeStep(kind, settled, layout), batch);
        return { outputs, names: namesOf(kind, settled) };
      };
      return runEpoch(runEach(source.batches(shuffle), runStep, watcher), watcher, who);
    },

    async explain(x, y) {
      await ensureRuntime();
      if (x !== undefined) {
        const batch = await throughHost({ x: inputsOf(x, 'explain'), y: [], sampleWeight: [] });
        if (hostPart()?.rest !== null) await programOf(makePredictStep, batch);
      }
      if (x !== undefined && y !== undefined) {
        if (options === undefined) throw notCompiled('explain');
        const batch = await throughHost(prepare({ x, y }, {}, 'explain'));
        const settled = settle(batch, 'explain');
        await programOf((layout) => makeStep('train', settled, layout), batch);
        await programOf((layout) => makeStep('test', settled, layout), batch);
      }
      return programs.explain();
    },

    async predictSource(data, batchSize) {
      await ensureRuntime();
      const prepareBatch = ({ x }: Pick<UserBatch, 'x'>): Batch => {
        const batch = { x: inputsOf(x, 'predict'), y: [], sampleWeight: [] };
        checkLengths(batch, ports(), 'predict');
        return batch;
      };
      return isDataSet(data)
        ? iterableSource(data, prepareBatch)
        : arraySource(prepareBatch({ x: data }), batchSize);
    },

    async predictBatch(given) {
      const batch = await throughHost(given);
      if (hostPart()?.rest === null) return batch.x as NdArray[];
      return (await run(makePredictStep, batch)).read();
    },
  };
}

function notCompiled(who: string): StateError {
  return new StateError({
    who,
    expected: 'a compiled model',
    got: 'one that was not',
    hint: 'Call `compile` first.',
  });
}

/** Builds a model for inputs like these, and returns them as models take them. */
function buildFor(
  model: AnyLayer & Pick<Model, 'build'>,
  inputs: readonly NdArray[],
): NdArray | readonly NdArray[] {
  const oneOrAll = <T>(list: readonly T[]): T | readonly T[] => (list.length === 1 ? (list[0] as T) : list);
  model.build(oneOrAll(inputs.map(({ shape }) => [null, ...shape.slice(1)])));
  return oneOrAll(inputs);
}
