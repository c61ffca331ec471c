import {
  type AnyLayer,
  type ArrayLike,
  type Layer,
  type LayerConfig,
  type Tree,
  UnknownIdError,
  type WireRecord,
  defineConstants,
  nearest,
} from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { compileConfig } from './files/compile-config.js';
import { saveModel, toBytes } from './files/save-model.js';
import type { Logs, Model, ModelInput } from './model.js';
import { type ModelGraph, summarize } from './summary.js';
import type { CompileOptions } from './training/compile-options.js';
import { type DataSet, isDataSet } from './training/data-source.js';
import type { EvaluateOptions, PredictOptions } from './training/evaluate-options.js';
import { fit, runTest } from './training/fit.js';
import type { FitOptions } from './training/fit-options.js';
import { makeTrainer } from './training/trainer.js';

/** What differs between kinds of models. */
export interface ModelParts {
  /** The graph, where the model is one. */
  readonly graph?: ModelGraph;
  layers(): readonly AnyLayer[];
  getConfig(): WireRecord;
  getBuildConfig(): WireRecord | null;
}

/** Gives a layer that holds layers what makes it a model: training, saving, a summary. */
export function makeModel(base: Layer<LayerConfig, Tree<Tensor>, Tree<Tensor>>, parts: ModelParts): Model {
  const trainer = makeTrainer(base);
  let stopTraining = false;

  const evaluate = async (
    x: ModelInput | DataSet,
    y?: ArrayLike | EvaluateOptions,
    given?: EvaluateOptions,
  ): Promise<Logs> => {
    const options = (isDataSet(x) ? (y as EvaluateOptions | undefined) : given) ?? {};
    const { batchSize = 32, sampleWeight, callbacks = [] } = options;
    const labels = isDataSet(x) ? undefined : (y as ArrayLike);
    const source = await trainer.source('evaluate', x, { y: labels, sampleWeight, batchSize });
    return runTest(trainer, source, callbacks, { model, epochs: 1, steps: source.steps });
  };

  const trainOnBatch = async (x: ModelInput, y: ArrayLike, sampleWeight?: ArrayLike): Promise<Logs> => {
    const source = await trainer.source('trainOnBatch', x, {
      y,
      sampleWeight,
      batchSize: Number.MAX_SAFE_INTEGER,
    });
    return trainer.runEpoch('train', source, null, () => true);
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
    get optimizer() {
      return trainer.optimizer;
    },
    get stopTraining() {
      return stopTraining;
    },
    set stopTraining(value: boolean) {
      stopTraining = value;
    },
    compile: (options: CompileOptions) => {
      trainer.compile(options);
    },
    fit: (x: ModelInput | DataSet, y?: ArrayLike | FitOptions, options?: FitOptions) =>
      isDataSet(x)
        ? fit(model, trainer, x, undefined, (y as FitOptions | undefined) ?? {})
        : fit(model, trainer, x, y as ArrayLike | undefined, options ?? {}),
    evaluate,
    predict: async (x: ModelInput, { batchSize = 32, signal }: PredictOptions = {}) => {
      const outputs = await trainer.predict(x, batchSize, signal);
      return outputs.length === 1 ? outputs[0] : outputs;
    },
    trainOnBatch,
    summary: (options = {}) => summarize(model, parts.graph, options),
    toBytes: () => toBytes(model),
    save: (path: string) => saveModel(model, path),
  }) as unknown as Model;
  return model;
}
