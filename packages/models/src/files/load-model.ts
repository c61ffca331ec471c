import {
  type Registry,
  type SavedModel,
  type WireRecord,
  type WireValue,
  deserializeKerasObject,
  shapesAgree,
} from '@myelin/core';
import type { Model } from '../model.js';
import { isFresh } from './fresh-state.js';
import { restoreHostFiles } from './host-files.js';
import { type CustomObjects, knownUnits } from './known-units.js';
import { assignMatch, matchWeights, mismatchOf } from './match-weights.js';
import { type FileSource, nameOf, readBytes } from './read-bytes.js';

export interface LoadOptions {
  /** Layers, losses and functions that are not Keras' own; they count for this call only. @defaultValue [] */
  readonly customObjects?: CustomObjects;
  /** Whether the model is compiled as it was when it was saved, its optimizer included. @defaultValue true */
  readonly compile?: boolean;
}

/**
 * Reads a `.keras` file, from Keras or from {@link Model.save}, or an `.h5` file of Keras 2 or 3: a path (in Node), a URL,
 * or bytes. Optimizers of `.h5` files start anew.
 *
 * Only the classes of Keras that this project has, and those in `customObjects`, are ever made; code in files is
 * never run.
 *
 * @throws FormatError when the file is damaged or no model; UnknownIdError for an unknown class.
 * @see Keras `keras.models.load_model`
 */
export async function loadModel(source: FileSource, options: LoadOptions = {}): Promise<Model> {
  const { decodeKeras, decodeLegacyH5, isHdf5 } = await import('@myelin/formats');
  const name = nameOf(source);
  const bytes = await readBytes(source, 'loadModel');
  return fromSavedModel(isHdf5(bytes) ? decodeLegacyH5(bytes, name) : decodeKeras(bytes, name), options);
}

/** Makes the model that a file holds. */
export async function fromSavedModel(saved: SavedModel, options: LoadOptions = {}): Promise<Model> {
  const model = await modelFromConfig(saved.config, options);
  await assignWeights(model, saved);
  restoreHostFiles(model, saved);
  restoreOptimizer(model, saved);
  return model;
}

/**
 * Makes a model from Keras' JSON of it, with new weights.
 *
 * @throws UnknownIdError for an unknown class; FormatError for a configuration that makes no sense.
 * @see Keras `keras.saving.deserialize_keras_object`
 */
export async function modelFromConfig(config: WireRecord, options: LoadOptions = {}): Promise<Model> {
  const { modernize } = await import('@myelin/formats');
  const registry = await knownUnits(options.customObjects);
  const modern = modernize(config);
  const model = deserializeKerasObject(modern, registry) as Model;
  const { compile_config: compiled, build_config: build } = modern;
  const shape = (build as WireRecord | undefined)?.['input_shape'];
  if (!model.built && Array.isArray(shape)) model.build(shape as never);
  if (options.compile !== false && isFilled(compiled)) compileAs(model, compiled, registry);
  return model;
}

function isFilled(value: unknown): value is WireRecord {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

async function assignWeights(model: Model, saved: SavedModel): Promise<void> {
  for (const match of await matchWeights(model, saved)) {
    const mismatch = mismatchOf(match);
    if (mismatch !== undefined) throw mismatch;
    assignMatch(match);
  }
}

/** Compiles as the configuration says. */
function compileAs(model: Model, compiled: WireRecord, registry: Registry): void {
  const { optimizer, loss, loss_weights: lossWeights, metrics, weighted_metrics: weightedMetrics } = compiled;
  const given: Record<string, WireValue | undefined> = {
    optimizer,
    loss,
    lossWeights,
    metrics,
    weightedMetrics,
  };
  const options = Object.entries(given).flatMap(([key, value]): [string, unknown][] =>
    value === null || value === undefined ? [] : [[key, deserializeKerasObject(value, registry)]],
  );
  // Keras, too, writes false where it was left to it.
  if (compiled['jit_compile'] === true) options.push(['jitCompile', true]);
  model.compile(Object.fromEntries(options));
}

/** Lets the optimizer go on where it stood. */
function restoreOptimizer({ optimizer, trainableWeights }: Model, { optimizer: state }: SavedModel): void {
  if (state === null || optimizer === undefined || state.every(isFresh)) return;
  optimizer.build(trainableWeights);
  const { variables } = optimizer;
  const fits =
    variables.length === state.length &&
    variables.every((v, i) => shapesAgree(v.shape, state[i]?.shape ?? []));
  if (!fits) {
    console.warn(
      `loadModel: the file holds ${state.length} variables of the optimizer where ${variables.length} are expected; it starts fresh.`,
    );
    return;
  }
  optimizer.restore(state);
}
