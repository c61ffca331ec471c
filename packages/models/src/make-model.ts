import {
  type AnyLayer,
  type Layer,
  type LayerConfig,
  type QuantizationMode,
  type Tree,
  UnknownIdError,
  type WireRecord,
  defineConstants,
  nearest,
} from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { compileConfig } from './files/compile-config.js';
import { loadWeights } from './files/load-weights.js';
import type { FileSource } from './files/read-bytes.js';
import { saveModel, toBytes } from './files/save-model.js';
import { saveWeights, weightsToBytes } from './files/save-weights.js';
import type { Logs, Model, Predictions } from './model.js';
import { arrange } from './ports.js';
import { explanationOf } from './explain.js';
import { type QuantizeOptions, quantizeModel } from './quantize.js';
import { type ModelGraph, summarize } from './summary.js';
import type { AnyCustomSteps } from './training/custom-steps.js';
import { type DataSet, type ModelInput, type ModelLabels, isDataSet } from './training/data-source.js';
import type { EvaluateOptions, OnBatchOptions, PredictOptions } from './training/evaluate-options.js';
import { evaluate } from './training/evaluate.js';
import { fit } from './training/fit.js';
import { predict } from './training/predict.js';
import { unwatched } from './training/run-epoch.js';
import type { FitOptions } from './training/fit-options.js';
import type { Resolver } from './training/resolver.js';
import { type ModelPorts, type TrainerOptions, makeTrainer } from './training/trainer.js';

/** What differs between kinds of models. */
export interface ModelParts {
  /** The graph, where the model is one. */
  readonly graph?: ModelGraph;
  /** Where tensors enter and leave it; they change while a sequential model grows. */
  ports(): ModelPorts;
  layers(): readonly AnyLayer[];
  getConfig(): WireRecord;
  getBuildConfig(): WireRecord | null;
}

/** Gives a layer that holds layers what makes it a model: training, saving, a summary. */
export function makeModel(
  base: Layer<LayerConfig, Tree<Tensor>, Tree<Tensor>>,
  parts: ModelParts,
  resolver: Resolver,
  ownSteps: AnyCustomSteps = {},
): Model {
  const trainer = makeTrainer(base, () => parts.ports(), resolver, ownSteps);
  let stopTraining = false;

  const runBatch = async (
    [who, kind]: ['trainOnBatch', 'train'] | ['testOnBatch', 'test'],
    x: ModelInput,
    y: ModelLabels | undefined,
    options: OnBatchOptions,
  ): Promise<Logs> => {
    const batch = await trainer.prepare(who, { x, ...(y === undefined ? {} : { y }) }, options);
    return trainer.runEpoch(kind, { steps: 1, batches: () => [batch] }, null, unwatched);
  };

  const predictAll = async (x: ModelInput | DataSet, options: PredictOptions = {}): Promise<Predictions> => {
    const outputs = await predict(model, trainer, x, options);
    // A list of one is unpacked, as in Keras; a dictionary is not.
    const { outputs: ports } = trainer.customPredictions ? { outputs: undefined } : parts.ports();
    return arrange(outputs.length === 1 && Array.isArray(ports?.tree) ? undefined : ports, outputs);
  };

  const getLayer = (name: string): AnyLayer => {
    const found = parts.layers().find((layer) => layer.name === name);
    if (found !== undefined) return found;
    const names = parts.layers().map((layer) => layer.name);
    const near = nearest(name, names);
    throw new UnknownIdError({
      who: base.name,
      expected: `one of the layers ${names.join(', ')}`,
      got: JSON.stringify(name),
      ...(near === undefined ? {} : { hint: `Did you mean "${near}"?` }),
    });
  };

  const model: Model = defineConstants(base, {
    getConfig: () => parts.getConfig(),
    getBuildConfig: () => parts.getBuildConfig(),
    getCompileConfig: (): WireRecord => compileConfig(trainer),
    getLayer,
    get layers() {
      return parts.layers();
    },
    get inputs() {
      return parts.ports().inputs?.tensors ?? [];
    },
    get outputs() {
      return parts.ports().outputs?.tensors ?? [];
    },
    get optimizer() {
      return trainer.optimizer;
    },
    get stopTraining() {
      return stopTraining;
    },
    set stopTraining(value: boolean) {
      stopTraining = value;
    },
    compile: (options: TrainerOptions) => {
      trainer.compile(options);
    },
    fit: (x: ModelInput | DataSet, y?: ModelLabels | FitOptions, options?: FitOptions) =>
      isDataSet(x)
        ? fit(model, trainer, x, undefined, (y as FitOptions | undefined) ?? {})
        : fit(model, trainer, x, y as ModelLabels | undefined, options ?? {}),
    evaluate: (x: ModelInput | DataSet, y?: ModelLabels | EvaluateOptions, options?: EvaluateOptions) =>
      isDataSet(x)
        ? evaluate(model, trainer, x, undefined, (y as EvaluateOptions | undefined) ?? {})
        : evaluate(model, trainer, x, y as ModelLabels | undefined, options ?? {}),
    predict: predictAll,
    trainOnBatch: (x: ModelInput, y?: ModelLabels, options: OnBatchOptions = {}) =>
      runBatch(['trainOnBatch', 'train'], x, y, options),
    testOnBatch: (x: ModelInput, y?: ModelLabels, options: OnBatchOptions = {}) =>
      runBatch(['testOnBatch', 'test'], x, y, options),
    predictOnBatch: (x: ModelInput) => predictAll(x, { batchSize: Number.MAX_SAFE_INTEGER, verbose: 0 }),
    quantize: (mode: QuantizationMode | null, options: QuantizeOptions = {}) =>
      quantizeModel(model, mode, options),
    summary: (options = {}) => summarize(model, parts.graph, options),
    explain: async (x?: ModelInput, y?: ModelLabels) => {
      const steps = await trainer.explain(x, y);
      return explanationOf(model.name, trainer.hostLayers, steps);
    },
    toBytes: () => toBytes(model),
    save: (path: string) => saveModel(model, path),
    weightsToBytes: () => weightsToBytes(model),
    saveWeights: (path: string, options = {}) => saveWeights(model, path, options),
    loadWeights: (source: FileSource, options = {}) => loadWeights(model, source, options),
  }) as unknown as Model;
  return model;
}
