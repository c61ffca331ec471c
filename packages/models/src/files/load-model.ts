import {
  ArgumentError,
  FormatError,
  type NdArray,
  type Registry,
  type SavedModel,
  type Stored,
  type WireRecord,
  type WireValue,
  deserializeKerasObject,
  formatShape,
  shapesAgree,
} from '@myelin/core';
import type { Model } from '../model.js';
import { restoreHostFiles } from './host-files.js';
import { type CustomObjects, knownUnits } from './known-units.js';
import { hasFiles, nodeModule } from './node-modules.js';
import { weightsByPath } from './weights-by-path.js';

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
export async function loadModel(
  source: string | URL | Uint8Array | Blob,
  options: LoadOptions = {},
): Promise<Model> {
  const { decodeKeras, decodeLegacyH5, isHdf5 } = await import('@myelin/formats');
  const name = typeof source === 'string' || source instanceof URL ? String(source) : 'the given bytes';
  const bytes = await readBytes(source);
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

async function assignWeights(model: Model, { weights, weightsByLayer }: SavedModel): Promise<void> {
  if (weightsByLayer !== undefined) {
    assignByLayer(model, weightsByLayer);
    return;
  }
  const { arraysAt } = await import('@myelin/formats');
  for (const [path, variables] of weightsByPath(model))
    assignAll(variables, arraysAt(weights, path), `weights of ${path === '' ? model.name : path}`);
}

/** Layers are told apart by their order alone, as in Keras. */
function assignByLayer(model: Model, stored: NonNullable<SavedModel['weightsByLayer']>): void {
  const layers = model.layers.filter(({ weights }) => weights.length > 0);
  if (layers.length !== stored.length) {
    throw new FormatError({
      who: model.name,
      expected: `weights of the ${layers.length} layers ${layers.map(({ name }) => name).join(', ')}`,
      got: `those of ${stored.length}: ${stored.map(({ name }) => name).join(', ')}`,
    });
  }
  layers.forEach((layer, i) => {
    const variables = [...layer.trainableWeights, ...layer.nonTrainableWeights];
    assignAll(variables, stored[i]?.arrays ?? [], `weights of ${layer.name}`);
  });
}

function assignAll(variables: readonly Stored[], arrays: readonly NdArray[], who: string): void {
  if (arrays.length !== variables.length)
    throw new FormatError({ who, expected: `${variables.length} arrays`, got: String(arrays.length) });
  variables.forEach((variable, i) => {
    const array = arrays[i];
    if (array === undefined || formatShape(array.shape) !== formatShape(variable.shape)) {
      throw new FormatError({
        who: `${who}, number ${i}`,
        expected: `the shape ${formatShape(variable.shape)} of ${variable.path}`,
        got: formatShape(array?.shape ?? []),
      });
    }
    variable.assign(array);
  });
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

/**
 * Whether it is a learning rate, or a number of iterations that is 0 yet: all that there is of the optimizer of a model
 * that was compiled and never trained.
 */
function isFresh(value: NdArray): boolean {
  return value.shape.length === 0 && (value.dtype !== 'int64' || Number(value.item()) === 0);
}

async function readBytes(source: string | URL | Uint8Array | Blob): Promise<Uint8Array> {
  if (source instanceof Uint8Array) return source;
  if (source instanceof Blob) return new Uint8Array(await source.arrayBuffer());
  const remote = /^https?:|^blob:|^data:/.test(String(source)) || !hasFiles();
  try {
    if (!remote) return new Uint8Array(await nodeModule('node:fs/promises', 'loadModel').readFile(source));
    const response = await fetch(source);
    if (!response.ok) throw new Error(`the server answered ${response.status} ${response.statusText}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new ArgumentError({
      who: 'loadModel',
      expected: `a file at ${String(source)}`,
      got: error instanceof Error ? error.message : String(error),
      cause: error,
    });
  }
}
